import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLong } from '../long/share.ts';
import { readPages, type ReadPage } from './read-pages.ts';

/*
 * Contents, running heads and page lists against the pages that another reader finds in the PDF.
 */

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-pages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Words of three scripts; `#` stands for the section's number. */
const scripts = {
  en: { title: 'Warmth Q#', word: 'warm packs may ease an aching back for a while and' },
  ar: { title: 'الدفء Q#', word: 'قد تخفف الكمادات الدافئة ألم الظهر لبعض الوقت ثم' },
  ja: { title: '温める Q#', word: '温かいパックは背中の痛みをしばらく和らげることがあります' },
} as const;

/** Sections, and paragraphs in each: guides of one page to sixty; the long run makes each in each script. */
const sizes = [
  [6, 1],
  [9, 14],
  [20, 24],
] as const;

const languages = ['ja', 'ar', 'en'] as const satisfies readonly (keyof typeof scripts)[];
const cases = languages.flatMap((language, order) =>
  sizes
    .filter((_, index) => isLong || index === order)
    .map(([sections, paragraphs]) => ({ language, sections, paragraphs })),
);

describe.each(cases)('a guide in $language of $sections sections with $paragraphs paragraphs', (guide) => {
  let pages: readonly ReadPage[] = [];
  let chapters: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    const name = `${guide.language}-${guide.sections}-${guide.paragraphs}`;
    const input = await writeGuide(path.join(folder, name), guide);
    const output = path.join(folder, `${name}-out`);
    const words = [input, '--language', guide.language, '--paper', 'a4', '--edition', 'guide', '--edition', 'ebook'];
    await promisify(execFile)('node', [path.join(root, 'bin/guidepress.mjs'), 'build', ...words, '--out', output], {
      cwd: folder,
    });
    const manifest: { artifacts: { path: string; pages: number | null }[] } = JSON.parse(
      await readFile(path.join(output, 'manifest.json'), 'utf8'),
    );
    const of = (end: string) => manifest.artifacts.find((one) => one.path.endsWith(end));
    pages = await readPages(await readFile(path.join(output, of('.pdf')?.path ?? '')));
    expect(pages).toHaveLength(of('.pdf')?.pages ?? 0);
    const book = unzipSync(await readFile(path.join(output, of('.epub')?.path ?? '')));
    chapters = Object.fromEntries(
      Object.entries(book)
        .filter(([file]) => file.endsWith('.xhtml'))
        .map(([file, bytes]) => [path.basename(file), strFromU8(bytes)]),
    );
  }, 120_000);

  test('its contents name the page on which each section starts', () => {
    const starts = startsOf(pages);
    const listed = contentsOf(pages);
    expect([...listed.keys()]).toEqual(Array.from({ length: guide.sections }, (_, index) => index + 1));
    expect(listed).toEqual(starts);
  });

  test('its running heads name the section that each page is in', () => {
    const starts = startsOf(pages);
    for (const [index, { lines }] of pages.entries()) {
      if (index === 0) continue;
      const heads = [...(lines[0]?.join(' ') ?? '').matchAll(/Q(\d+)/g)].map(([, number]) => Number(number));
      const section = Math.max(0, ...heads);
      const first = Math.min(...[...starts].filter(([, page]) => page === index + 1).map(([number]) => number));
      const before = Math.max(0, ...[...starts].filter(([, page]) => page <= index).map(([number]) => number));
      // The last pages may be the colophon's, which has no number.
      const expected = [before, first, ...(before === guide.sections ? [0] : [])];
      expect(expected).toContain(section);
    }
  });

  test('its ebook marks each page where the text of that page starts', () => {
    const list = /<nav[^>]*epub:type="page-list"[^]*?<\/nav>/.exec(chapters['toc.xhtml'] ?? '')?.[0] ?? '';
    const entries = [...list.matchAll(/href="([^"#]+)#([^"]+)">(\d+)</g)];
    expect(entries.map(([, , , label]) => Number(label))).toEqual(pages.map((_, index) => index + 1));
    for (const [, file = '', id = '', label] of entries) {
      const chapter = chapters[file] ?? '';
      const after = chapter.slice(chapter.indexOf(`id="${id}"`));
      // Each paragraph has a number of its own, and so has each title.
      const token = /[QP]\d+(?:-\d+)?/.exec(after.replace(/<[^>]*>/g, ' '))?.[0];
      expect(token).toBeDefined();
      const page = pages[Number(label) - 1]?.lines.flat().join(' ') ?? '';
      const next = pages[Number(label)]?.lines.flat().join(' ') ?? '';
      // A page that one long paragraph fills has no start of its own: its mark stands before the next block.
      expect(`${page} ${next}`.includes(token ?? '?')).toBe(true);
    }
  });
});

async function writeGuide(at: string, { language, sections, paragraphs }: (typeof cases)[number]): Promise<string> {
  const { title, word } = scripts[language];
  await mkdir(at, { recursive: true });
  // The first title is the guide's too, and stands on each page.
  for (let section = 0; section <= sections; section++) {
    const text = Array.from(
      { length: paragraphs },
      (_, index) => `P${section}-${index + 1} ${Array(3).fill(word).join(' ')}.`,
    );
    const file = path.join(at, `${String(section).padStart(2, '0')}-part.md`);
    await writeFile(file, [`# ${title.replace('#', String(section))}`, ...text].join('\n\n'));
  }
  return at;
}

/** Page (from 1) by section, where its title stands big in the text. */
function startsOf(pages: readonly ReadPage[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const [index, { lines }] of pages.entries()) {
    for (const [number, line] of lines.entries()) {
      const found = /Q(\d+)/.exec(line.join(' '));
      const isHead = index > 0 && number === 0;
      if (found && found[1] !== '0' && !isHead && pageNumberIn(line) === null) starts.set(Number(found[1]), index + 1);
    }
  }
  return new Map([...starts].sort(([a], [b]) => a - b));
}

/** Page by section, as the contents say. */
function contentsOf(pages: readonly ReadPage[]): ReadonlyMap<number, number> {
  const listed = new Map<number, number>();
  for (const { lines } of pages) {
    for (const line of lines) {
      const section = /Q(\d+)/.exec(line.join(' '));
      const page = pageNumberIn(line);
      if (section && section[1] !== '0' && page !== null) listed.set(Number(section[1]), page);
    }
  }
  return listed;
}

/** The number that stands alone on a line. */
function pageNumberIn(line: readonly string[]): number | null {
  const number = line.map((text) => text.trim()).find((text) => /^\d+$/.test(text));
  return number === undefined ? null : Number(number);
}
