import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contrastOf } from '../../scripts/brand/luminance.ts';
import { numbersOf } from '../../scripts/press/pdf/finish/content/operation.ts';
import { tokenizeContent } from '../../scripts/press/pdf/finish/content/tokenize-content.ts';
import { pageReferences } from '../../scripts/press/pdf/finish/document/read-pages.ts';
import { required } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import { readWrittenPdf } from '../../scripts/press/pdf/finish/objects/read-written-pdf.ts';
import { judges, softwareNamed } from '../../scripts/report/software.ts';
import { sha256 } from '../../scripts/write/output.ts';
import { light, pairs } from '../../templates/styles/pairs.ts';
import { smallestGlyphs } from '../print/glyph-sizes.ts';
import { buildIn, type Built } from '../print/build-library.ts';
import { writeWalkGuide, type WalkGuide } from '../preview/walk-guide.ts';

/*
 * report.html by the real command, read back and compared with the files that it speaks of.
 */

const words = ['walk', '--paper', 'a4'];
let walk: WalkGuide;
let first: Built;
let report: string;

beforeAll(async () => {
  walk = await writeWalkGuide();
  first = await buildIn(walk.folder, words);
  report = await readReport();
}, 120_000);
afterAll(() => walk.remove());

const output = (at: string): string => path.join(walk.folder, 'output', at);
const readReport = (): Promise<string> => readFile(output('report.html'), 'utf8');

/** What the report says of a file: its row by the table's heads, its list of details by their names. */
interface Said {
  readonly row: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, readonly string[]>>;
}

function saidOf(html: string, at: string): Said {
  const tree = fromHtml(html);
  const row = elementsIn(tree, 'tr').find((one) =>
    elementsIn(one, 'a').some(({ properties }) => properties.href === at),
  );
  const table = elementsIn(tree, 'table').find((one) => row !== undefined && elementsIn(one, 'tr').includes(row));
  const heads = table ? elementsIn(table, 'th').filter(({ properties }) => properties.scope === 'col') : [];
  const cells = (row?.children ?? []).filter((cell) => cell.type === 'element');
  const folded = elementsIn(tree, 'details').find((one) =>
    elementsIn(one, 'code').some((code) => toString(code) === at),
  );
  const groups = folded ? elementsIn(folded, 'div') : [];
  return {
    row: Object.fromEntries(
      heads.map((head, index) => [toString(head), toString(cells[index] ?? { type: 'text', value: '' })]),
    ),
    details: Object.fromEntries(
      groups.map((group) => [
        elementsIn(group, 'dt')
          .map((one) => toString(one))
          .join(),
        elementsIn(group, 'dd').map((one) => toString(one)),
      ]),
    ),
  };
}

function elementsIn(node: Nodes, name: string): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}

test('each product has its pages, bytes and hashes, as the manifest and the file on the disk have them', async () => {
  expect(first.entries.length).toBeGreaterThan(6);
  for (const entry of first.entries) {
    const { row, details } = saidOf(report, entry.path);
    const bytes = await readFile(output(entry.path));
    expect(row['Pages']).toBe(entry.pages === null ? '' : String(entry.pages));
    expect(details['Size']).toEqual([`${bytes.length} bytes`]);
    expect(details['File (SHA-256)']).toEqual([sha256(bytes)]);
    expect(details['Made of (fingerprint)']).toEqual([entry.fingerprint]);
    expect(details['Content (SHA-256)']).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  }
});

test('the smallest type of each PDF is what another reader finds in the file; other products leave it to the reader', async () => {
  for (const { path: at, mediaType, variant } of first.entries) {
    const { row } = saidOf(report, at);
    if (mediaType !== 'application/pdf') {
      expect(row['Smallest type']).toBe('set by the reader');
      continue;
    }
    const [, text, margins] = /^([\d.]+) pt; margins ([\d.]+) pt$/.exec(row['Smallest type'] ?? '') ?? [];
    const shown = smallestGlyphs(await readFile(output(at)));
    // Nothing says on sheets what is text and what margin.
    if (variant === 'sheets')
      expect(Math.min(Number(text), Number(margins))).toBeCloseTo(Math.min(shown.text, shown.margins), 1);
    else
      expect([Number(text), Number(margins)]).toEqual([
        expect.closeTo(shown.text, 1),
        expect.closeTo(shown.margins, 1),
      ]);
  }
});

test('a draft is a draft, nobody is named, and each file claims what it has in it', async () => {
  for (const { path: at, mediaType, variant } of first.entries) {
    const { row, details } = saidOf(report, at);
    expect(row['Status']).toBe('Draft');
    expect(details['Review']).toEqual(['No clinician has reviewed this text yet.']);
    const claim = details['The file claims']?.join('') ?? '';
    const bytes = await readFile(output(at), 'latin1');
    expect(claim === 'PDF/UA-1 + PDF/A-2a').toBe(bytes.includes('<pdfuaid:part>1</pdfuaid:part>'));
    if (variant === 'sheets' || mediaType === 'text/html') expect(claim).toBe('none');
  }
  expect(report).not.toMatch(/Reviewed by/);
});

function checks(name: string): string {
  return saidOf(report, `walk/en-GB/walk-${name}`).details['Checks']?.join('\n').replace(/\d+/g, '#') ?? '';
}

test('checks are those that each product had', () => {
  expect(checks('web.html')).toBe(
    'Every word for this edition is in it (errors: #, warnings: #)\nEvery character has a font (errors: #, warnings: #)',
  );
  expect(checks('ebook.epub')).toContain('by epubcheck-ts #.#.# (errors: #, warnings: #)');
  expect(checks('handout-a4.pdf')).toContain('A screen reader hears what was composed');
  expect(checks('checklist-a4.pdf')).not.toContain('Every word');
  expect(checks('booklet-a4-sheets.pdf')).toBe('Made of the checked reading copy');
});

test('text of a PDF has no colour but those that were measured, and its lowest contrast is said', async () => {
  const measured = new Set<string>(pairs.map(({ text }) => light[text]));
  for (const { path: at, mediaType, variant } of first.entries) {
    if (mediaType !== 'application/pdf' || variant === 'sheets') continue;
    const colours = textColours(await readFile(output(at)));
    expect(colours.filter((colour) => !measured.has(colour))).toEqual([]);
    expect(colours).toContain(light.ink);
    const [, ratio] = /^([\d.]+):1$/.exec(saidOf(report, at).row['Lowest contrast'] ?? '') ?? [];
    const paper = colours.map((colour) => contrastOf(colour, light.paper)).filter((value) => value > 1);
    expect(Number(ratio)).toBeLessThanOrEqual(Math.min(...paper));
    expect(Number(ratio)).toBeGreaterThanOrEqual(7);
  }
});

/** Colours `#rrggbb` that glyphs of a PDF's own pages are filled with (ISO 32000-1, 8.6.8). */
function textColours(pdf: Uint8Array): readonly string[] {
  const file = readWrittenPdf(pdf);
  const found = new Set<string>();
  for (const reference of pageReferences(file)) {
    const content = file.decode(required(file.stream(file.dictionary(reference)?.get('Contents')), 'a content stream'));
    const saved: string[] = [];
    let colour = '#000000';
    for (const operation of tokenizeContent(Buffer.from(content).toString('latin1'))) {
      if (operation.operator === 'q') saved.push(colour);
      else if (operation.operator === 'Q') colour = saved.pop() ?? colour;
      else if (operation.operator === 'rg')
        colour = `#${numbersOf(operation)
          .map((part) =>
            Math.round(part * 255)
              .toString(16)
              .padStart(2, '0'),
          )
          .join('')}`;
      else if (operation.operator === 'Tj' || operation.operator === 'TJ') found.add(colour);
    }
  }
  return [...found];
}

test('fonts have their licence, and the tools of the suite the versions that are installed', async () => {
  expect(report).toContain('Atkinson Hyperlegible Next (@fontsource/atkinson-hyperlegible-next)');
  expect(saidOf(report, 'walk/en-GB/walk-handout-a4.pdf').details['Fonts']).toEqual([
    'Atkinson Hyperlegible Next, OFL-1.1',
  ]);
  const pom = await readFile(path.resolve(import.meta.dirname, '../conformance/pom.xml'), 'utf8');
  const poms = Array.from(
    pom.matchAll(/<artifactId>(?:cli|epubcheck)<\/artifactId>\s*<version>([^<]+)</g),
    ([, one]) => one,
  );
  const installed = ['@daisy/ace-core', 'axe-core'].map((name) => softwareNamed(name)?.version);
  expect(judges.map(({ version }) => version)).toEqual([...poms, ...installed]);
});

test('it is one page of headings in order, and each table has a caption and heads with a scope', () => {
  const tree = fromHtml(report);
  const levels: number[] = [];
  visit(tree, 'element', ({ tagName }) => void (/^h[1-6]$/.test(tagName) && levels.push(Number(tagName[1]))));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  for (const table of elementsIn(tree, 'table')) {
    expect(elementsIn(table, 'caption')).toHaveLength(1);
    expect(elementsIn(table, 'th').every(({ properties }) => properties.scope !== undefined)).toBe(true);
  }
});

test('a second run leaves it byte for byte, and does not write it', async () => {
  const before = await stat(output('report.html'));
  const again = await buildIn(walk.folder, words);
  expect(Object.values(again.why).flat()).toEqual([]);
  expect(await readReport()).toBe(report);
  expect((await stat(output('report.html'))).mtimeMs).toBe(before.mtimeMs);
}, 60_000);

test('a run of one edition keeps what is known of the others, and says what it was limited to', async () => {
  const others = first.entries.filter(({ edition }) => edition !== 'web').map(({ path: at }) => at);
  await writeFile(path.join(walk.texts, '09-new.md'), '# New\n\nA new part.\n');
  await buildIn(walk.folder, [...words, '--edition', 'web']);
  const now = await readReport();
  expect(now).toContain('only --edition web --paper a4; all else as it was');
  for (const at of others) expect(saidOf(now, at)).toEqual(saidOf(report, at));
  const web = 'walk/en-GB/walk-web.html';
  const name = 'Content (SHA-256)';
  expect(saidOf(now, web).details[name]).not.toEqual(saidOf(report, web).details[name]);
  await rm(path.join(walk.texts, '09-new.md'));
}, 60_000);
