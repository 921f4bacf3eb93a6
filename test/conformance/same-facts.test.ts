import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { editionIds } from '../../scripts/model.ts';
import { factsClinics, factsPlaces, makeFactsLibrary } from '../facts/facts-library.ts';
import { allProblems, productsIn } from '../facts/products.ts';
import { buildIn } from '../print/build-library.ts';
import { requireTools } from './require-tools.ts';

/*
 * The same facts everywhere: every edition in every language, for two places, in the names of the publisher, of all clinics and of two
 * more. What must be there is read from the Markdown (test/facts), which also proves that each kind of fault is noticed.
 */

const root = path.resolve(import.meta.dirname, '../..');
const guide = 'upper-back-pain';
const languages = ['en-GB', 'en-US', 'es', 'ar'];

describe.runIf(requireTools('Reading facts back from products', 'pdftotext'))('the same facts', () => {
  test('are in all products of the library', async () => {
    const products = productsIn(path.join(root, 'content'), inject('outputs').library);
    expect(new Set(products.map(({ entry }) => entry.guide)).size).toBe(
      readdirSync(path.join(root, 'content/guides')).length,
    );
    expect(await allProblems(products)).toEqual({});
  });

  test('are in every edition × language × place × clinic', { timeout: 900_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'guidepress-matrix-'));
    try {
      const content = await makeFactsLibrary(folder);
      const clinics = readdirSync(path.join(content, 'clinics'));
      expect(clinics).toEqual(expect.arrayContaining(factsClinics));
      const wish = Object.entries({
        language: languages,
        place: factsPlaces,
        clinic: ['none', ...clinics],
        edition: editionIds,
        paper: ['a4'],
      }).flatMap(([name, values]) => values.flatMap((value) => [`--${name}`, value]));
      await buildIn(folder, [guide, '--unreviewed', ...wish]);
      const products = productsIn(content, path.join(folder, 'output'));
      // A booklet is two files.
      const all = (editionIds.length + 1) * languages.length * factsPlaces.length * (clinics.length + 1);
      expect(products).toHaveLength(all);
      expect(await allProblems(products)).toEqual({});
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
