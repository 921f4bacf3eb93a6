import { beforeAll, describe, expect, test, vi } from 'vitest';
import { writeChapters } from '../../scripts/press/epub/chapters.ts';
import { pressEpub } from '../../scripts/press/epub/press-epub.ts';
import type { Problem } from '../../scripts/press/problem.ts';
import type { Publication } from '../../scripts/model.ts';
import { arabicBook, chapter, englishBook } from './publication.tsx';
import { readBook } from './read-book.ts';

let english: Awaited<ReturnType<typeof press>>;
let arabic: Awaited<ReturnType<typeof press>>;
beforeAll(async () => {
  english = await press(englishBook());
  arabic = await press(arabicBook());
});

describe('an English book', () => {
  test('passes the gate', () => {
    expect(english.problems).toEqual([]);
  });

  test('opens with an uncompressed mimetype', () => {
    expect(Buffer.from(english.bytes.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
  });

  test('has the same bytes in another time zone and without the network', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    vi.stubGlobal('fetch', () => {
      throw new Error('Expected no fetch');
    });
    const again = await pressEpub(englishBook());
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    expect(Buffer.compare(again.bytes, english.bytes)).toBe(0);
  });

  test('holds its chapters, pictures and fonts and nothing else', () => {
    expect(english.paths.toSorted()).toEqual([
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/cover.png',
      'OEBPS/cover.xhtml',
      'OEBPS/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2',
      'OEBPS/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2',
      'OEBPS/get-help.xhtml',
      'OEBPS/images/icon.svg',
      'OEBPS/images/shrug.svg',
      'OEBPS/keep-moving.xhtml',
      'OEBPS/sources.xhtml',
      'OEBPS/style.css',
      'OEBPS/toc.ncx',
      'OEBPS/toc.xhtml',
      'mimetype',
    ]);
  });

  test('links to a block of another chapter by its file', () => {
    expect(english.text('OEBPS/get-help.xhtml')).toContain('<a href="keep-moving.xhtml#shrugs">move</a>');
    expect(english.text('OEBPS/get-help.xhtml')).toContain('href="#fn-1"');
  });

  test('gives footnotes and citations both a role and an epub:type', () => {
    const text = english.text('OEBPS/get-help.xhtml');
    expect(text).toMatch(/<a [^>]*role="doc-noteref" epub:type="noteref">/);
    expect(text).toMatch(/<aside [^>]*role="doc-footnote" epub:type="footnote">/);
    expect(text).toMatch(/<a [^>]*role="doc-biblioref" epub:type="biblioref"/);
    expect(english.text('OEBPS/sources.xhtml')).toContain('epub:type="bibliography"');
  });

  test('keeps what epub-gen-memory would drop: scope, start, value and an empty alt', () => {
    const text = english.text('OEBPS/keep-moving.xhtml');
    for (const kept of ['<th scope="col">', '<ol start="2"><li value="5">', 'src="images/icon.svg" alt=""']) {
      expect(text).toContain(kept);
    }
  });

  test('shows a form field as an empty box', () => {
    expect(english.text('OEBPS/keep-moving.xhtml')).toContain('<td><span class="box"></span></td>');
  });

  test('says in its metadata that nobody reviewed it, and claims no conformance', () => {
    const text = english.text('OEBPS/content.opf');
    expect(text).toContain('<dc:description>Not yet reviewed by a clinician</dc:description>');
    expect(text).not.toMatch(/conformsTo|certifiedBy/);
  });

  test('is nested three deep in contents and two deep in the NCX', () => {
    expect(english.text('OEBPS/toc.xhtml')).toContain('href="keep-moving.xhtml#how-often"');
    const ncx = english.text('OEBPS/toc.ncx');
    expect(ncx).toContain('src="keep-moving.xhtml#shrugs"');
    expect(ncx).not.toContain('#how-often');
  });
});

describe('an Arabic book', () => {
  test('passes the gate', () => {
    expect(arabic.problems).toEqual([]);
  });

  test('runs from right to left in package, spine, contents and chapters', () => {
    const text = arabic.text('OEBPS/content.opf');
    expect(text).toMatch(/<package [^>]*xml:lang="ar" dir="rtl"/);
    expect(text).toContain('page-progression-direction="rtl"');
    for (const page of ['toc', 'cover', 'get-help']) expect(arabic.text(`OEBPS/${page}.xhtml`)).toContain('dir="rtl"');
  });

  test('marks a Latin name in both ways', () => {
    expect(arabic.text('OEBPS/get-help.xhtml')).toContain('<span lang="en" xml:lang="en">NHS 111</span>');
  });

  test('embeds each font for its own characters', () => {
    const css = arabic.text('OEBPS/style.css');
    expect(css).toMatch(/"Noto Sans Arabic"; font-weight: 400;.*unicode-range: U\+0600-06FF/);
    expect(css).toContain('body { font-family: "Noto Sans Arabic", "Atkinson Hyperlegible Next", sans-serif; }');
  });
});

describe('hostile text', () => {
  const evil = `]]> <% process.exit() %> <script>alert(1)</script> & "quoted" <b/> \u0000\uFFFE\uD800 --> x />`;

  test('stays text wherever it stands', async () => {
    const book = await press(
      englishBook({
        title: evil,
        subtitle: evil,
        description: evil,
        authors: [evil],
        publisher: evil,
        subjects: [evil],
        documents: [
          chapter('evil', evil, 'bodymatter', [
            <section>
              <h1 id="evil-title">{evil}</h1>
              <h2 id="evil-part">{evil}</h2>
              <p title={evil} onclick={evil} data-x={evil}>
                {evil}
                <span title="a />b"></span>
              </p>
            </section>,
          ]),
        ],
      }),
    );
    expect(book.problems).toEqual([]);
    for (const path of book.paths.filter((path) => /xhtml|opf|ncx/.test(path))) {
      expect(book.text(path), path).not.toMatch(/<script|onclick|data-x|\]\]>/);
    }
    const text = book.text('OEBPS/evil.xhtml');
    expect(text).toContain('&#x3C;script>alert(1)&#x3C;/script>');
    expect(text).toContain('<span title="a />b"></span>');
  });
});

describe('a problem is reported for', () => {
  test.each([
    ['a script link', <a href="javascript:alert(1)">x</a>, /link to `javascript:alert\(1\)`/],
    ['a link out of the book', <a href="../other.html">x</a>, /link to `\.\.\/other\.html`/],
    ['a link to nowhere', <a href="#nowhere">x</a>, /link to `#nowhere`/],
    ['a picture that is not there', <img src="asset:gone.png" alt="Gone" />, /picture `asset:gone\.png`/],
    ['a picture without alt', <img src="asset:shrug.svg" />, /without alt/],
    [
      'a head without scope',
      <table>
        <tbody>
          <tr>
            <th>x</th>
          </tr>
        </tbody>
      </table>,
      /without scope/,
    ],
    [
      'a drawing without a name',
      <svg viewBox="0 0 1 1">
        <path d="M0 0" />
      </svg>,
      /`svg` without a name/,
    ],
  ])('%s', (_, content, message) => {
    const body = (
      <div>
        <h1>One</h1>
        {content}
      </div>
    );
    const messages: string[] = [];
    const documents = [chapter('one', 'One', 'bodymatter', body)];
    const [written] = writeChapters(englishBook({ documents }), (message) => messages.push(message));
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(written?.xhtml).not.toMatch(/javascript:|\.\.\/|gone\.png/);
  });

  test('what only the checker finds: an id used twice', async () => {
    const documents = [
      chapter('one', 'One', 'bodymatter', [
        <div>
          <p id="a">x</p>
          <p id="a">y</p>
        </div>,
      ]),
    ];
    const { problems } = await press(englishBook({ documents }));
    expect(problems).toContainEqual({ rule: 'epub-invalid', message: expect.stringMatching(/^RSC-005: .*one\.xhtml/) });
  });

  test('a cover with characters that no font has', async () => {
    const { problems } = await press(englishBook({ title: 'Back ⵣ' }));
    expect(problems).toEqual([{ rule: 'character-missing', message: expect.stringContaining('`ⵣ`') }]);
  });
});

test('a chapter may be called toc or cover', async () => {
  const documents = [
    chapter('toc', 'Toc', 'bodymatter', [
      <p id="a">
        <a href="#b">b</a>
      </p>,
    ]),
    chapter('cover', 'Covers', 'bodymatter', [<p id="b">b</p>]),
  ];
  const { problems, text } = await press(englishBook({ documents }));
  expect(problems).toEqual([]);
  expect(text('OEBPS/toc_.xhtml')).toContain('href="cover_.xhtml#b"');
});

test('a formula and a drawing are announced in the manifest', async () => {
  const documents = [
    chapter('one', 'One', 'bodymatter', [
      <div>
        <h1>One</h1>
        <math>
          <mi>x</mi>
        </math>
        <svg role="img" viewBox="0 0 1 1" aria-label="A line">
          <path d="M0 0" />
        </svg>
      </div>,
    ]),
  ];
  const { problems, text } = await press(englishBook({ documents }));
  expect(problems).toEqual([]);
  expect(text('OEBPS/content.opf')).toContain(
    'href="one.xhtml" media-type="application/xhtml+xml" properties="mathml svg"',
  );
});

test('a role is taken from an element that must not have it', async () => {
  const documents = [
    chapter('one', 'One', 'bodymatter', [
      <section role="doc-tip">
        <h1>One</h1>
        <p role="note">x</p>
      </section>,
    ]),
  ];
  const { text } = await press(englishBook({ documents }));
  expect(text('OEBPS/one.xhtml')).toContain('<section><h1>One</h1><p role="note">x</p></section>');
});

async function press(publication: Publication) {
  const { bytes, problems } = await pressEpub(publication);
  const known: readonly Problem[] = problems;
  return { bytes, problems: known, ...readBook(bytes) };
}
