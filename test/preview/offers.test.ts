import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { offersOf } from '../../scripts/preview/offers.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { editions } from '../../templates/editions.ts';

const cwd = path.resolve(import.meta.dirname, '../..');
const library = await readLibrary(path.join(cwd, 'content'), { cwd, only: ['upper-back-pain'] });

test('every edition can be looked at, a booklet as its reading copy; no two offers have the same choice', () => {
  const offers = offersOf(library, { places: [], clinics: [], today: '2026-06-01' });
  expect([...new Set(offers.map(({ edition }) => edition))].sort()).toEqual(Object.keys(editions).sort());
  const booklets = offers.filter(({ edition }) => edition === 'booklet').map(({ path: at }) => at);
  expect(booklets).toContain('upper-back-pain/en-GB/upper-back-pain-booklet-a4-reading.pdf');
  expect(booklets.filter((at) => at.includes('sheets'))).toEqual([]);
  const choices = offers.map(({ guide, language, edition, paper }) => [guide.id, language.tag, edition, paper].join());
  expect(new Set(choices).size).toBe(choices.length);
});

test('the page has a name for every edition', async () => {
  const page = await readFile(path.join(cwd, 'scripts/preview/page/choice.mjs'), 'utf8');
  const names = /editionNames = \{([^}]*)\}/.exec(page)?.[1] ?? '';
  const named = Array.from(names.matchAll(/^\s*'?([a-z-]+)'?:/gm), ([, id]) => id);
  expect(named.sort()).toEqual(Object.keys(editions).sort());
});
