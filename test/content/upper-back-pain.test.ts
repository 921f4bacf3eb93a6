import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve('content/guides/upper-back-pain/en-GB');
const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
const texts = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)),
);
const all = [...texts.values()].join('\n');

test('the checklist has eight rows of 3 to 8 words, warning signs first', () => {
  const rows = Array.from(all.matchAll(/:::action\{#([a-z-]+)\}\n\*\*([^*]+)\*\*: \S/g), ([, id, row]) => ({ id, row }));
  expect(rows.map(({ id }) => id)).toEqual([
    'check-signs',
    'move-break',
    'shrugs',
    'walk',
    'chair-arch',
    'warm-or-cold-pack',
    'massage',
    'slow-breathing',
  ]);
  const lengths = rows.map(({ row = '' }) => row.split(' ').length);
  expect(lengths.filter((length) => length < 3 || length > 8)).toEqual([]);
});

test('each band of warning signs is one card, at most seven signs of at most 14 words', () => {
  for (const band of ['emergency', 'urgent', 'routine']) {
    const cards = Array.from(all.matchAll(new RegExp(`:::${band}\n((?:- .*\n)+):::`, 'g')));
    expect(cards).toHaveLength(1);
    const signs = plain(cards[0]?.[1] ?? '').trim().split('\n');
    expect(signs.length).toBeLessThanOrEqual(7);
    expect(signs.filter((sign) => sign.replace(/^- /, '').split(' ').length > 14)).toEqual([]);
  }
});

test.each(names)('%s: sentences have at most 20 words, lists at most seven items', (name) => {
  const text = plain(texts.get(name) ?? '');
  const sentences = text
    .split('\n')
    .filter((line) => !/^(:::|\||---|in:)/.test(line))
    .flatMap((line) => line.replace(/^(#+|-|\d\.) /, '').split(/(?<=[.?!:][”’]?)\s+/));
  expect(sentences.filter((sentence) => sentence.split(' ').length > 20)).toEqual([]);
  const lists = text.match(/(?:^- .*\n){8,}/m);
  expect(lists).toBeNull();
});

/** The words as read: no links, citations, phones, pictures. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/ ?\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<phone:[a-z]+>/g, '1')
    .replaceAll('**', '');
}
