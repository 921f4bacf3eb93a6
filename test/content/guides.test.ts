import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const content = path.resolve('content');
const rows: Readonly<Record<string, readonly string[]>> = {
  'neck-and-shoulder-stretches': [
    'check-signs',
    'move-break',
    'chin-glide',
    'neck-turn',
    'ear-to-shoulder',
    'shrugs',
    'chair-arch',
    'warm-pack',
  ],
  'sleeping-well': [
    'check-signs',
    'set-pillows',
    'same-time',
    'dim-light',
    'slow-breathing',
    'warm-pack',
    'log-roll',
    'morning-move',
  ],
  'upper-back-pain': [
    'check-signs',
    'move-break',
    'shrugs',
    'walk',
    'chair-arch',
    'warm-pack',
    'massage',
    'slow-breathing',
  ],
};
const cards: Readonly<Record<string, number>> = { emergency: 7, urgent: 7, routine: 7 };

test('these are the guides', async () => {
  expect((await readdir(path.join(content, 'guides'))).sort()).toEqual(Object.keys(rows));
});

describe.each(Object.keys(rows))('%s', async (guide) => {
  const texts = await textsOf(guide, ['en-GB']);
  const american = await textsOf(guide, ['en-US', 'en-GB']);

  test('the checklist has eight rows of 3 to 8 words, warning signs first', () => {
    const actions = actionsIn(texts);
    expect(actions.map(({ id }) => id)).toEqual(rows[guide]);
    const lengths = actions.map(({ row = '' }) => row.split(' ').length);
    expect(lengths.filter((length) => length < 3 || length > 8)).toEqual([]);
  });

  test('each band of warning signs is one card, at most seven signs of at most 14 words', () => {
    for (const [band, most] of Object.entries(cards)) {
      const signs = signsIn(texts, band);
      expect(signs.length).toBeGreaterThan(3);
      expect(signs.length).toBeLessThanOrEqual(most);
      expect(signs.filter((sign) => sign.split(' ').length > 14)).toEqual([]);
    }
  });

  test('en-US has the same rows, and as many signs on each card', () => {
    expect(actionsIn(american)).toEqual(actionsIn(texts));
    expect(countsIn(american)).toEqual(countsIn(texts));
  });

  test('en-US has no word that only the British use', () => {
    const british = /\b(?:gp|gps|physio|nhs|paracetamol|grey|colour|tumour|tummy|plaster|litre|metre)\b/gi;
    expect([...american].flatMap(([name, text]) => plain(text).match(british)?.map((word) => [name, word]) ?? [])).toEqual(
      [],
    );
  });

  test.each([...texts, ...american])('%s: sentences have at most 20 words, lists at most seven items', (_, text) => {
    const sentences = plain(text)
      .split('\n')
      .filter((line) => !/^(:::|\||---|in:)/.test(line))
      .flatMap((line) => line.replace(/^(#+|-|\d\.) /, '').split(/(?<=[.?!:][”’]?)\s+/));
    expect(sentences.filter((sentence) => sentence.split(' ').length > 20)).toEqual([]);
    expect(text).not.toMatch(/(?:^- .*\n){8,}/m);
  });
});

/** Sections by name, each from the first of the languages that has it; a shared one is read where it is kept. */
async function textsOf(guide: string, languages: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const language of languages) {
    const folder = path.join(content, 'guides', guide, language);
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.md')).sort()) {
      if (!texts.has(name)) texts.set(name, await sectionText(path.join(folder, name), language));
    }
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sectionText(file: string, language: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const shared = /^same-as: (.+)$/m.exec(text)?.[1];
  return shared === undefined ? text : readFile(path.join(content, 'shared', language, `${shared}.md`), 'utf8');
}

function actionsIn(texts: ReadonlyMap<string, string>) {
  const all = [...texts.values()].join('\n');
  return Array.from(all.matchAll(/:::action\{#([a-z-]+)\}\n\*\*([^*]+)\*\*: \S/g), ([, id, row]) => ({ id, row }));
}

/** The signs of a band; none, unless it is one card. */
function signsIn(texts: ReadonlyMap<string, string>, band: string): readonly string[] {
  const found = Array.from([...texts.values()].join('\n').matchAll(new RegExp(`:::${band}\n((?:- .*\n)+):::`, 'g')));
  const signs = plain(found[0]?.[1] ?? '').trim().split('\n');
  return found.length === 1 ? signs.map((sign) => sign.replace(/^- /, '')) : [];
}

function countsIn(texts: ReadonlyMap<string, string>): readonly number[] {
  return Object.keys(cards).map((band) => signsIn(texts, band).length);
}

/** The words as read: no links, citations, phones, pictures. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/ ?\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<phone:[a-z]+>/g, '1')
    .replaceAll('**', '');
}
