import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Child } from '../../templates/jsx/jsx-runtime.ts';
import { PageOf } from '../../templates/parts/page-of.tsx';
import type { Page, Publication } from '../../scripts/model.ts';
import { openPrinter } from '../../scripts/press/pdf/printer.ts';
import type { Printer } from '../../scripts/press/pdf/printer.ts';
import { pressPdf } from '../../scripts/press/pdf/press.ts';
import { arabic, latin, page, publicationOf } from './publication.ts';

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const press = (body: Child, changes: Partial<Publication> = {}) => pressPdf(publicationOf(body, changes), { printer });
const on = (changes: Partial<Page>): Partial<Publication> => ({ page: { ...page, ...changes } });
const rules = ({ problems }: Awaited<ReturnType<typeof press>>) => problems.map(({ rule }) => rule);
const text = new TextDecoder('latin1');

const guide = (
  <main>
    <h1 id="top">Sore knees</h1>
    <section id="move">
      <h2>Move a little</h2>
      <p>
        Bend for 10 to 15 seconds, see <a href="#heat">heat</a>. Say <span lang="fr">merci</span>.
      </p>
      <ol>
        <li>
          Sit
          <ul>
            <li>still</li>
          </ul>
        </li>
        <li>
          <p>Stand</p>
          <p>up</p>
        </li>
      </ol>
      <ul>
        <li class="task-list-item">
          <input type="checkbox" /> Book a visit
        </li>
      </ul>
    </section>
    <section id="heat" style="break-before:page">
      <h2>Heat</h2>
      <dl>
        <dt>Pack</dt>
        <dd>15 minutes</dd>
      </dl>
      <table>
        <caption>Days</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Pain</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">1</th>
            <td></td>
          </tr>
        </tbody>
      </table>
      <aside>
        <p>Ask first.</p>
      </aside>
    </section>
  </main>
);

describe('a pressed publication', () => {
  test('says all that was composed, and knows the page of each id', async () => {
    const pressed = await press(guide, on({ foot: ['Knees', 'Page {page} of {pages}'], firstFoot: ['Page 1', ''] }));
    expect(pressed.problems).toEqual([]);
    expect(pressed.pages).toBe(2);
    expect(pressed.pagination).toMatchObject({ pages: 2, ids: { heat: 2, move: 1, top: 1 } });
  });

  test('prints once more to name its own pages, and not where the guess is right', async () => {
    const named = (
      <main>
        <p>
          <a href="#last">
            The end: <PageOf id="last" guess={1} />
          </a>
        </p>
        <div style="break-before:page">Middle</div>
        <section id="last" style="break-before:page">
          <h2>End</h2>
        </section>
      </main>
    );
    const first = await press(named);
    expect(first).toMatchObject({ prints: 2, problems: [], pagination: { pages: 3, ids: { last: 3 } } });
    const again = await pressPdf(publicationOf(named), { printer, guess: first.pagination });
    expect(again).toMatchObject({ prints: 1, problems: [] });
    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true);
  });

  test('is the same bytes in a fresh tab, in a used one, and beside another', async () => {
    const all = await Promise.all([press(guide), press(<p>Other</p>), press(guide), press(guide)]);
    const [first, , third, fourth] = all.map(({ bytes }) => Buffer.from(bytes).toString('base64'));
    expect(third).toBe(first);
    expect(fourth).toBe(first);
  });

  test('claims PDF/UA, and does not from a browser that was not proven', async () => {
    expect(text.decode((await press(<p>x</p>)).bytes)).toContain('pdfuaid:part');
    const unproven = await pressPdf(publicationOf(<p>x</p>), { printer: { ...printer, proven: false } });
    expect(text.decode(unproven.bytes)).not.toContain('pdfuaid:part');
    expect(unproven.proof.claim).toBeNull();
  });

  test('says right-to-left text, its margin boxes included', async () => {
    const pressed = await press(<p>ارتح من 10 إلى 15 دقيقة، ثم انهض (CHF 12 mg).</p>, {
      language: 'ar',
      direction: 'rtl',
      fonts: [arabic, latin],
      ...on({ firstFoot: ['صفحة {page} من {pages}', 'نشرة'] }),
    });
    expect(pressed.problems).toEqual([]);
  });

  test('says numbers in sequence where both directions meet on a line', async () => {
    const body = (
      <main>
        <p>In English: عربي من 10 إلى 15 and from 20 to 30.</p>
        <p lang="he" dir="rtl">
          קח 10 עד 15 דקות (2 פעמים)
        </p>
      </main>
    );
    const hebrew = {
      ...arabic,
      family: 'Noto Sans Hebrew',
      path: arabic.path.replaceAll('arabic', 'hebrew'),
      unicodeRange: 'U+590-5FF',
    };
    const css = 'body{font-family:"Atkinson Hyperlegible Next","Noto Sans Arabic","Noto Sans Hebrew"}';
    expect((await press(body, { css, fonts: [latin, arabic, hebrew] })).problems).toEqual([]);
  });

  test('loses nothing of a list 90 deep or of a word longer than the line', async () => {
    let list: Child = 'end';
    for (let depth = 90; depth > 0; depth -= 1)
      list = (
        <ul>
          <li>
            level {depth}
            {list}
          </li>
        </ul>
      );
    const css = 'li{padding-inline-start:1.3em;break-inside:avoid}ul{padding:0}';
    expect(
      await press(
        <main>
          {list}
          <p>{'a'.repeat(400)}</p>
        </main>,
        { css },
      ),
    ).toMatchObject({ pages: 3, problems: [] });
  });
});

describe('the press refuses', () => {
  test.each([
    ['words that styles add', 'p::before{content:"Warning: "}'],
    ['words that styles hide', 'p:last-child{display:none}'],
    ['words drawn as a picture', 'p:last-child{filter:grayscale(1)}'],
  ])('%s', async (_, css) => {
    expect(
      rules(
        await press(
          <div>
            <p>one</p>
            <p>two</p>
          </div>,
          { css },
        ),
      ),
    ).toEqual(['text-audit']);
  });

  test('transparent text and characters that no font has', async () => {
    expect(rules(await press(<p>one</p>, { css: 'p{opacity:.5}' }))).toEqual(['press-failed']);
    expect((await press(<p>膝</p>)).problems[0]).toMatchObject({
      rule: 'press-failed',
      message: expect.stringContaining('(missing-glyph)'),
    });
  });

  test('a handout of too many pages, with the millimetres of each section', async () => {
    const body = (
      <main>
        <section data-measure="Heat">
          <div style="height:200mm">x</div>
        </section>
        <section data-measure="Cold">
          <div style="height:100mm">y</div>
        </section>
      </main>
    );
    expect((await press(body, on({ maxPages: 1 }))).problems).toEqual([
      {
        rule: 'handout-long',
        message:
          'Unexpected 2 pages, expected at most 1 page: shorten or leave out a section, or allow more with `handout: 4` (Heat 200 mm, Cold 100 mm)',
        discreet:
          'Unexpected 2 pages, expected at most 1 page: shorten or leave out a section, or allow more with `handout: 4`',
      },
    ]);
  });

  test('a first page that sticks out of its box', async () => {
    const body = (
      <header data-one-page="200" style="height:200mm">
        <div data-measure="card" style="height:150mm">
          x
        </div>
        <div data-measure="steps" style="height:61mm">
          y
        </div>
      </header>
    );
    expect((await press(body)).problems).toEqual([
      {
        rule: 'front-long',
        message: 'Unexpected 211 mm on page 1, expected at most 200 mm: shorten by 11 mm (card 150 mm, steps 61 mm)',
        discreet: 'Unexpected 211 mm on page 1, expected at most 200 mm: shorten by 11 mm',
      },
    ]);
  });
});

const rows = (count: number) => (
  <main class="sheet" style="font-size:calc(var(--fit)*1pt);line-height:1.5">
    {Array.from({ length: count }, (_, index) => (
      <p data-measure={`row ${index + 1}`} style="margin:0">
        <span
          class="box"
          data-field={`row-${index}`}
          data-tip="Done"
          style="display:inline-block;width:9mm;height:9mm"
        ></span>
        Walk
      </p>
    ))}
  </main>
);

describe('what must fit one page', () => {
  const fit = { selector: '.sheet', height: 259, min: 14, max: 20, step: 0.25 };
  test('takes the largest size where there is room', async () => {
    const pressed = await press(rows(8), on({ fit, maxPages: 1 }));
    expect(pressed).toMatchObject({ fit: 20, pages: 1, problems: [] });
  });

  test('takes the largest step that fits where room is tight', async () => {
    const css = '.box{width:1mm!important;height:1mm!important}';
    const pressed = await press(rows(29), { ...on({ fit, maxPages: 1 }), css });
    // 259 mm / 29 rows / 1.5 = 16.87 pt
    expect(pressed).toMatchObject({ fit: 16.75, pages: 1, problems: [] });
  });

  test('is refused if even the smallest size is too large, with the height of each row', async () => {
    const { problems } = await press(rows(40), on({ fit, maxPages: 1 }));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.rule).toBe('checklist-long');
    expect(problems[0]?.message).toMatch(
      /^Unexpected \d{3} mm at 14 pt, expected at most 259 mm: shorten by \d+ mm \(row 1 \d+ mm, row 2 /,
    );
  });
});

const failing = () => Promise.reject(new Error('measured wrong'));

describe('the printer', () => {
  test('fetches nothing and runs no script, whatever a document asks for', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const host = typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : '';
    const hostile = `<!doctype html><title>still</title><link rel="stylesheet" href="http://${host}/a"><img src="http://${host}/b">
      <iframe src="http://${host}/c"></iframe><object data="http://${host}/d"></object><iframe src="file:///etc/passwd"></iframe>
      <style>@import "http://${host}/e";p{background:url(http://${host}/f)}</style><p>x</p>
      <script>document.title="run";fetch("http://${host}/g")</script><img src=x onerror="document.title='run'">`;
    try {
      const title = await printer.use(hostile, (layout) => layout.evaluate(() => document.title, null));
      expect(title).toBe('still');
      expect(requests).toBe(0);
    } finally {
      server.close();
    }
  });

  test('goes on after a document that failed', async () => {
    await Promise.all([1, 2, 3].map(() => expect(printer.use('<p>x', failing)).rejects.toThrow('measured wrong')));
    expect((await press(<p>x</p>)).problems).toEqual([]);
  });

  test('leaves neither process nor folder behind', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'press-'));
    vi.stubEnv('TMPDIR', temporary);
    try {
      const other = await openPrinter();
      await other.use('<p>x', (layout) => layout.print());
      expect(readdirSync(temporary)).toHaveLength(1);
      if (process.platform === 'linux') expect(processesIn(temporary)).not.toEqual([]);
      await Promise.all([other.close(), other.close()]);
      expect(readdirSync(temporary)).toEqual([]);
      if (process.platform === 'linux') expect(processesIn(temporary)).toEqual([]);
      await expect(other.use('<p>x', (layout) => layout.print())).rejects.toThrow();
    } finally {
      vi.unstubAllEnvs();
      rmSync(temporary, { recursive: true, force: true });
    }
  });
});

/** Ids of processes that were started with a path in the folder. */
function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && commandOf(id).includes(folder));
}

/** Empty for a process that ended since. */
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
