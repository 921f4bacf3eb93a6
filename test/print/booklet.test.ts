import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldingOrder } from '../../scripts/press/pdf/impose/folding-order.ts';
import { formatContent } from '../../scripts/press/pdf/finish/content/format-content.ts';
import { tokenizeContent } from '../../scripts/press/pdf/finish/content/tokenize-content.ts';
import { pageReferences } from '../../scripts/press/pdf/finish/document/read-pages.ts';
import { required, type PdfFile } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import { readWrittenPdf } from '../../scripts/press/pdf/finish/objects/read-written-pdf.ts';
import { readPages, type ReadPage } from '../pages/read-pages.ts';
import { writeWalkGuide, type WalkGuide } from '../preview/walk-guide.ts';
import { buildIn, type Built } from './build-library.ts';
import { smallestGlyphs } from './glyph-sizes.ts';

/*
 * The booklet by the real command: its reading copy on half pages, and the sheets made of that copy's bytes.
 */

// By name, so that the whole run is never answered with "nothing to do".
const words = ['walk', '--edition', 'booklet', '--paper', 'a4'];
const reading = 'walk-booklet-a4-reading.pdf';
const sheets = 'walk-booklet-a4-sheets.pdf';
let walk: WalkGuide;
let first: Built;

beforeAll(async () => {
  walk = await writeWalkGuide();
  const rest = path.join(walk.texts, '03-rest.md');
  await writeFile(rest, `${await readFile(rest, 'utf8')}\n\n- [ ] a box to tick\n\nSee [the walk](02-walk.md).\n`);
  first = await buildIn(walk.folder, words);
}, 60_000);
afterAll(() => walk.remove());

function product(name: string): string {
  return path.join(walk.folder, 'output/walk/en-GB', name);
}

async function fileOf(name: string): Promise<PdfFile> {
  return readWrittenPdf(await readFile(product(name)));
}

/** Width and height of the first page, in mm. */
async function boxOf(name: string): Promise<readonly number[]> {
  const file = await fileOf(name);
  const [page] = pageReferences(file);
  const box = file.items(file.dictionary(page)?.get('MediaBox')).map((side) => file.number(side) ?? 0);
  return box.slice(2).map((side) => Math.round((side / 72) * 25.4));
}

/** All letters of some pages, sorted: readers of PDF part lines in several ways. */
function lettersOf(pages: readonly (ReadPage | undefined)[]): string {
  const words = pages.flatMap((page) => page?.lines.flat() ?? []).join('');
  return Array.from(words.replace(/\s/g, '')).sort().join('');
}

test('there are two products a paper: the reading copy and its sheets, four pages a sheet', async () => {
  expect(first.entries.map(({ path: at, variant }) => [path.basename(at), variant])).toEqual([
    [reading, 'reading'],
    [sheets, 'sheets'],
  ]);
  const [copy, printed] = first.entries.map(({ pages }) => pages ?? 0);
  expect(copy).toBeGreaterThan(4);
  expect(printed).toBe(2 * Math.ceil((copy ?? 0) / 4));
});

test('pages are half a sheet, and sheets lie across', async () => {
  expect(await boxOf(reading)).toEqual([148, 210]);
  expect(await boxOf(sheets)).toEqual([297, 210]);
  expect(smallestGlyphs(await readFile(product(reading))).text).toBeGreaterThan(10.98);
});

test('each side shows two pages of the reading copy in folding order', async () => {
  const copy = await readPages(await readFile(product(reading)));
  const sides = await readPages(await readFile(product(sheets)));
  const order = foldingOrder(copy.length, 'ltr');
  expect(sides.length).toBe(order.length);
  for (const [index, { left, right }] of order.entries()) {
    expect(lettersOf([sides[index]])).toBe(lettersOf([copy[(left ?? 0) - 1], copy[(right ?? 0) - 1]]));
  }
});

test('what is drawn on a page is drawn on its sheet, boxes to tick too; tags, links and fields are gone', async () => {
  const copy = await fileOf(reading);
  const drawn = pageReferences(copy).map((page) => {
    const content = copy.decode(required(copy.stream(copy.dictionary(page)?.get('Contents')), 'content'));
    const operations = tokenizeContent(Buffer.from(content).toString('latin1'));
    return formatContent(operations.filter(({ operator }) => !/^(?:BDC|BMC|EMC)$/.test(operator)));
  });
  const file = await fileOf(sheets);
  const shown = new Set<string>();
  for (const reference of pageReferences(file)) {
    const page = required(file.dictionary(reference), 'a page');
    expect([...page.keys()].sort()).toEqual(['Contents', 'MediaBox', 'Parent', 'Resources', 'Type']);
    const forms = file.dictionary(file.dictionary(page.get('Resources'))?.get('XObject')) ?? new Map();
    for (const form of forms.values()) {
      const stream = required(file.stream(form), 'a form');
      expect([...stream.dictionary.keys()]).not.toContain('StructParents');
      shown.add(Buffer.from(file.decode(stream)).toString('latin1'));
    }
  }
  expect([...shown].sort()).toEqual([...new Set(drawn)].sort());
  const catalog = required(file.dictionary(file.trailer.get('Root')), 'a catalog');
  expect([...catalog.keys()].sort()).toEqual(['Lang', 'Metadata', 'Pages', 'Type', 'ViewerPreferences']);
});

test('sheets claim no standard, and say that they are for printing; the reading copy claims both', async () => {
  const text = (await readFile(product(sheets))).toString('latin1');
  expect(text).not.toMatch(/pdfuaid|pdfaid/);
  expect(text).toContain('<rdf:li xml:lang="x-default">Walking: booklet sheets, for printing</rdf:li>');
  const page = await readFile(path.join(walk.folder, 'output/index.html'), 'utf8');
  expect(page).toContain(`href="walk/en-GB/${reading}">Booklet</a>`);
  expect(page).toContain(
    `href="walk/en-GB/${sheets}">Booklet, for printing: both sides, flip on the short edge, then fold`,
  );
  const copy = (await readFile(product(reading))).toString('latin1');
  expect(copy).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('sheets are made again when the reading copy is another, and alone when only they are gone', async () => {
  const before = await readFile(product(sheets));
  expect((await buildIn(walk.folder, words)).why).toEqual({ [reading]: [], [sheets]: [] });
  await rm(product(sheets));
  expect((await buildIn(walk.folder, words)).why).toEqual({
    [reading]: [],
    [sheets]: ['its file was gone or changed'],
  });
  expect((await readFile(product(sheets))).equals(before)).toBe(true);
  const text = path.join(walk.texts, '02-walk.md');
  await writeFile(text, (await readFile(text, 'utf8')).replace('Walk each day.', 'Walk every day.'));
  expect((await buildIn(walk.folder, words)).why).toEqual({
    [reading]: ['section walk changed'],
    [sheets]: ['reading copy changed'],
  });
  expect((await readFile(product(sheets))).equals(before)).toBe(false);
}, 60_000);
