import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../scripts/write/manifest.ts';
import { readPages } from '../pages/read-pages.ts';
import { buildIn } from './build-library.ts';
import { smallestGlyphs } from './glyph-sizes.ts';

/*
 * Large print, proved on the finished PDFs: three guides in English, one in Spanish and Arabic, and a guide of all that a browser
 * or a style sheet would make smaller or wider.
 */

const smallest = 18;
const tolerance = 0.01;

const edges = `---
in: [handout, guide]
---

# Edges

Water is H<sub>2</sub>O, see <sup>above</sup>, <small>small print</small>, <code>code</code>, <kbd>key</kbd>, <samp>sample</samp>,
\`inline\`, <var>x</var>, <mark>mark</mark>, a note[^1] and a source. [@french2006]

- [ ] a box to tick

[^1]: What the note says.

:::tip
Rest.
:::

:::myth
No pain, no gain.
:::

:::write
My dose
:::

\`\`\`
code in a block
\`\`\`

| Muscle | Physiotherapist | Recommendation | Contraindication | Rehabilitation | Responsibility |
|---|---|---|---|---|---|
| trapezius | appointments | strengthening | anticoagulants | rehabilitating | practitioner |
| rhomboids | consultation | mobilisations | hypersensitivity | convalescence | physiotherapists |

| Oil | Use |
|---|---|
| sunflower | plain |

:::tracker{days=2}
| Day | Physiotherapist | Recommendation | Contraindication | Rehabilitation | Responsibility |
|---|---|---|---|---|---|
:::
`;

let folder = '';
let entries: readonly Entry[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-large-print-'));
  const content = path.join(folder, 'content');
  await cp(path.resolve(import.meta.dirname, '../../content'), content, { recursive: true });
  const guide = path.join(content, 'guides/edges');
  await mkdir(path.join(guide, 'en-GB'), { recursive: true });
  await writeFile(
    path.join(guide, 'guide.yml'),
    'title: Edges\npromise: Nothing is small.\ndate: 2026-01-01\nhandout: { pages: 4 }\n',
  );
  await writeFile(path.join(guide, 'en-GB/01-edges.md'), edges);
  const languages = ['en-GB', 'es', 'ar'].flatMap((tag) => ['--language', tag]);
  ({ entries } = await buildIn(folder, [
    ...languages,
    '--unreviewed',
    '--edition',
    'large-print',
    '--edition',
    'handout',
  ]));
}, 240_000);
afterAll(async () => rm(folder, { recursive: true, force: true }));

function pdf(at: string): Promise<Uint8Array> {
  return readFile(path.join(folder, 'output', at));
}

test('every glyph of every large print is at least 18 pt high, in the text and in the foot', async () => {
  const large = entries.filter(({ edition }) => edition === 'large-print');
  const own = large.filter(({ clinic }) => clinic === null);
  expect(large.length).toBeGreaterThan(own.length);
  expect(own.map(({ guide, language, paper }) => `${guide} ${language} ${paper}`)).toEqual([
    'edges en-GB a4',
    'edges en-GB letter',
    'neck-and-shoulder-stretches en-GB a4',
    'neck-and-shoulder-stretches en-GB letter',
    'sleeping-well en-GB a4',
    'sleeping-well en-GB letter',
    'upper-back-pain ar a4',
    'upper-back-pain ar letter',
    'upper-back-pain en-GB a4',
    'upper-back-pain en-GB letter',
    'upper-back-pain es a4',
    'upper-back-pain es letter',
  ]);
  for (const { path: at } of large) {
    const { text, margins } = smallestGlyphs(await pdf(at));
    expect({ at, text: text > smallest - tolerance, margins: margins > smallest - tolerance }).toEqual({
      at,
      text: true,
      margins: true,
    });
    expect(margins).toBeLessThan(smallest + 1);
  }
});

test('the handout would not pass', async () => {
  for (const { path: at } of entries.filter(({ edition }) => edition === 'handout')) {
    const { text, margins } = smallestGlyphs(await pdf(at));
    expect(text).toBeLessThan(smallest);
    expect(margins).toBeLessThan(smallest);
  }
});

test('another reader of PDF measures the same', async () => {
  const at = 'upper-back-pain/en-GB/upper-back-pain-large-print-a4.pdf';
  const heights = (await itemsOf(await pdf(at))).map(({ height }) => height);
  expect(Math.min(...heights)).toBeCloseTo(Math.min(...Object.values(smallestGlyphs(await pdf(at)))), 2);
});

test('nothing is cut off at the margins, and a table that is too wide is set row by row, no word split', async () => {
  for (const paper of ['a4', 'letter']) {
    const bytes = await pdf(`edges/en-GB/edges-large-print-${paper}.pdf`);
    const margin = (25 / 25.4) * 72;
    for (const { left, right, width, text } of await itemsOf(bytes)) {
      expect({ text, inside: left > margin - 1 && right < width - margin + 1 }).toEqual({ text, inside: true });
    }
    const words = (await readPages(bytes)).flatMap(({ lines }) => lines.flat()).join(' ');
    for (const word of ['Contraindication', 'hypersensitivity', 'physiotherapists', 'sunflower'])
      expect(words.split(/[\s:]+/)).toContain(word);
    // Once for each row of the table, and for each day of the diary.
    expect(words.match(/Recommendation/g)?.length).toBe(4);
  }
});

test('each part names the page of the handout, on the same paper, on which it is', async () => {
  for (const guide of ['upper-back-pain', 'neck-and-shoulder-stretches', 'sleeping-well']) {
    for (const paper of ['a4', 'letter']) {
      const at = `${guide}/en-GB/${guide}`;
      const standard = await readPages(await pdf(`${at}-handout-${paper}.pdf`));
      const large = await readPages(await pdf(`${at}-large-print-${paper}.pdf`));
      const lines = large.flatMap((page) => page.lines.map((line) => wordsOf(line)));
      const named = lines.flatMap((line, index) => {
        const number = /^Page(\d+)ofthestandardcopy$/.exec(line)?.[1];
        return number === undefined ? [] : [{ title: lines[index - 1] ?? '', page: Number(number) }];
      });
      expect(named.length).toBeGreaterThan(3);
      expect(named[0]).toEqual({ title: 'Whentogethelp', page: 2 });
      for (const { title, page } of named)
        expect(standard[page - 1]?.lines.map((line) => wordsOf(line)).some((line) => line.endsWith(title))).toBe(true);
    }
  }
});

test('the status and the page stand on every page', async () => {
  const pages = await readPages(await pdf('upper-back-pain/en-GB/upper-back-pain-large-print-letter.pdf'));
  for (const [index, { lines }] of pages.entries()) {
    const words = lines.map((line) => line.join(' '));
    expect(words).toContain('Draft: not yet reviewed');
    expect(words).toContain(`Upper back pain · Page ${index + 1} of ${pages.length}`);
  }
});

/** A line without its spaces: readers of PDF part it in several ways. */
function wordsOf(line: readonly string[]): string {
  return line.join('').replace(/\s/g, '');
}

interface Item {
  readonly text: string;
  /** In pt, from the left of the page. */
  readonly left: number;
  readonly right: number;
  /** Of the page. */
  readonly width: number;
  readonly height: number;
}

/** Runs of text as pdf.js measures them. */
async function itemsOf(bytes: Uint8Array): Promise<readonly Item[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const items: Item[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width } = page.getViewport({ scale: 1 });
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , c = 0, d = 0, left = 0] = item.transform as number[];
      items.push({ text: item.str, left, right: left + item.width, width, height: Math.hypot(c, d) });
    }
  }
  await document.destroy();
  return items;
}
