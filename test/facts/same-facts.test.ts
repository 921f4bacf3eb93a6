import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireTools } from '../conformance/require-tools.ts';
import { buildIn } from '../print/build-library.ts';
import { problemsOf, type Reading } from './compare.ts';
import { makeFactsLibrary } from './facts-library.ts';
import { find } from './find.ts';
import { allProblems, productsIn, read, type Product } from './products.ts';
import { unequalPages } from './sheets.ts';
import { squeeze } from './squeezed.ts';

/*
 * The same facts everywhere: one guide in two languages for another place, in a clinic's name, read back from all its editions.
 * `npm run conformance` does so with all languages, places and clinics. Each kind of fault is put in, and must be noticed.
 */

const guide = 'upper-back-pain';
const english = `${guide}/en-GB-US/facts-north/${guide}`;
const arabic = `${guide}/ar-US/facts-north/${guide}`;

describe.runIf(requireTools('Reading facts back from products', 'pdftotext'))('every product', () => {
  let folder = '';
  let content = '';
  let products: readonly Product[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'guidepress-facts-'));
    content = await makeFactsLibrary(folder);
    const wish = '--unreviewed --paper a4 --language en-GB --language ar --place US --clinic facts-north'.split(' ');
    await buildIn(folder, [guide, ...wish]);
    products = productsIn(content, path.join(folder, 'output'));
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const product = (name: string): Product => {
    const found = products.find(({ entry }) => entry.path === name);
    if (!found) throw new Error(`Expected ${name} among ${products.map(({ entry }) => entry.path).join(', ')}`);
    return found;
  };

  test('says each bullet, number, fact and dose that belongs in it, in sequence', async () => {
    expect(products).toHaveLength(2 * 8);
    for (const { entry, expected } of products) {
      const facts = expected.strands.flatMap((strand) => strand.facts);
      expect(facts.length, entry.path).toBeGreaterThan(entry.edition === 'checklist' ? 20 : 50);
    }
    expect(await allProblems(products)).toEqual({});
  });

  const readable = [
    `${english}-handout-a4.pdf`,
    `${english}-checklist-a4.pdf`,
    `${english}-large-print-a4.pdf`,
    `${english}-ebook.epub`,
    `${english}-web.html`,
    `${arabic}-handout-a4.pdf`,
    `${arabic}-web.html`,
  ];

  test.each(readable)('each fact that is cut out of %s is missed, and each number that is changed', async (name) => {
    const one = product(name);
    const reading = await read(one);
    const text = squeeze(reading.text, reading.isMirrored);
    const search = { isMirrored: reading.isMirrored, mayRunOver: false };
    const source = { ...reading, text: text.source };
    const unnoticed: string[] = [];
    let changed = 0;
    for (const { words, where } of one.expected.strands.flatMap((strand) => strand.facts)) {
      // What is said twice is there still, when it is cut out once.
      let without = text;
      for (let span = find(without, words, 0, search); span !== null; span = find(without, words, 0, search)) {
        const from = without.at[span.start] ?? 0;
        const to = (without.at[span.end - 1] ?? 0) + 1;
        const said = without.source.slice(from, to);
        if (without === text && /\d/.test(words.join(' '))) {
          const [number = ''] = /\d+/.exec(words.join(' ')) ?? [];
          const other = said.replace(new RegExp(`(?<!\\d)${number}(?!\\d)`), `${Number(number) + 1}`);
          const wrong = text.source.replaceAll(said, other);
          if (problemsAfter(one, source, () => wrong).length === 0) unnoticed.push(`changed: ${other} (${where})`);
          changed += 1;
        }
        without = squeeze(`${without.source.slice(0, from)} ${without.source.slice(to)}`, reading.isMirrored);
      }
      if (problemsAfter(one, source, () => without.source).length === 0)
        unnoticed.push(`cut out: ${words.join(' … ')} (${where})`);
    }
    expect(unnoticed).toEqual([]);
    expect(changed).toBeGreaterThan(3);
  });

  test.each([
    [`${english}-handout-a4.pdf`, /10(\D{1,9})15(?=\s+minutes)/, '15$110'],
    [`${english}-guide-a4.pdf`, /10(\D{1,9})15(?=\s+minutes)/, '15$110'],
    [`${english}-ebook.epub`, /10(\D{1,9})15(?=\s+minutes)/, '15$110'],
    [`${english}-web.html`, /10(\D{1,9})15(?=\s+minutes)/, '15$110'],
    [`${arabic}-web.html`, /10(\s+إلى\s+)15/, '15$110'],
    [`${english}-handout-a4.pdf`, /over 15\s/, 'over 15 or 20 '],
    [`${english}-handout-a4.pdf`, /under\s16/, 'under 1 6'],
    [`${english}-web.html`, /under\s16/, 'under ١٧'],
  ])('%s with another number is noticed', async (name, said, wrong) => {
    const one = product(name);
    const problems = problemsAfter(one, await read(one), (text) => text.replace(said, wrong));
    expect(problems.join('\n')).toMatch(/missing|out of sequence/);
  });

  test('swapped digits in right-to-left print are noticed', async () => {
    const one = product(`${arabic}-handout-a4.pdf`);
    const reading = await read(one);
    const problems = problemsAfter(one, reading, (text) => text.replace(/10(\D{1,12})15/, '15$110'));
    expect(problems.join('\n')).toMatch(/missing/);
  });

  test.each(readable)('signs in another sequence in %s are noticed', async (name) => {
    const one = product(name);
    const reading = await read(one);
    const cards = one.expected.strands.find((strand) => strand.name === 'cards');
    const text = squeeze(reading.text, reading.isMirrored);
    const [first, second] = (cards?.facts ?? []).map(({ words }) =>
      find(text, words, 0, { isMirrored: reading.isMirrored, mayRunOver: false }),
    );
    if (!first || !second) throw new Error('Expected two signs');
    const cut = (span: { start: number; end: number }): [number, number] => [
      text.at[span.start] ?? 0,
      (text.at[span.end - 1] ?? 0) + 1,
    ];
    const [[a, b], [c, d]] = [cut(first), cut(second)];
    const { source } = text;
    const swapped = `${source.slice(0, a)}${source.slice(c, d)}${source.slice(b, c)}${source.slice(a, b)}${source.slice(d)}`;
    expect(problemsAfter(one, reading, () => swapped).join('\n')).toMatch(/out of sequence/);
  });

  test.each(readable)('the number of another place or clinic in %s is noticed', async (name) => {
    const one = product(name);
    const reading = await read(one);
    for (const foreign of ['999', '112', 'NHS 111', '212-555-0142', '01632 960 123'])
      expect(problemsAfter(one, reading, (text) => `${foreign}\n${text}`).join('\n'), foreign).toContain(
        'another place',
      );
    expect(problemsAfter(one, reading, (text) => text.replaceAll('911', '999')).join('\n')).toMatch(
      /missing[^]*another/,
    );
    const dialled = problemsOf({ ...reading, dials: ['999'] }, one.expected, one.numbers);
    expect(dialled).toEqual(['the number of another place or clinic is dialled: 999']);
  });

  test('an emergency card that is not whole on page 1 is noticed', async () => {
    const one = product(`${english}-handout-a4.pdf`);
    const reading = await read(one);
    const firstPage = (reading.firstPage ?? '').replace('slurred speech', '');
    expect(problemsOf({ ...reading, firstPage }, one.expected, one.numbers)).toEqual([
      expect.stringMatching(/^page 1: the emergency card, missing: .*slurred speech/),
    ]);
  });

  test('a sheet without a page, or with a page that says something else, is noticed', () => {
    expect(unequalPages(['one', 'two', 'three'], ['three', 'one', '', 'two'])).toEqual([]);
    expect(unequalPages(['one', 'two'], ['one', ''])).toEqual(['page 2 of the reading copy is on no sheet']);
    expect(unequalPages(['one 5'], ['one 6'])).toHaveLength(2);
    expect(unequalPages(['one'], ['one', 'one'])).toEqual(['no page says: one']);
  });

  test('a changed file is noticed', async () => {
    const output = path.join(folder, 'changed');
    await cp(path.join(folder, 'output'), output, { recursive: true });
    const web = path.join(output, `${english}-web.html`);
    const markup = await readFile(web, 'utf8');
    await writeFile(
      web,
      markup.replace('href="tel:911"', 'href="tel:999"').replace(/10(\D{1,9})15(?=\sminutes)/, '15$110'),
    );
    await cp(path.join(output, `${arabic}-ebook.epub`), path.join(output, `${english}-ebook.epub`));
    const problems = await allProblems(productsIn(content, output));
    expect(Object.keys(problems).sort()).toEqual([`${english}-ebook.epub`, `${english}-web.html`]);
    expect(problems[`${english}-web.html`]?.join('\n')).toMatch(/10 to 15[^]*dialled: 999/);
  });
});

/** What is found wrong with a product after its reading was changed; fails where nothing was changed. */
function problemsAfter(
  { expected, numbers }: Product,
  reading: Reading,
  change: (text: string) => string,
): readonly string[] {
  const text = change(reading.text);
  expect(text).not.toBe(reading.text);
  const firstPage = reading.firstPage === null ? null : change(reading.firstPage);
  return problemsOf({ ...reading, text, firstPage }, expected, numbers);
}
