import * as fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLibrary } from '../../../scripts/check/index.ts';
import { compose } from '../../../scripts/compose/compose.ts';
import { lettersOf, rootOf } from '../../../scripts/compose/printed-text.ts';
import { share } from '../share.ts';
import { Desk, ordersOf } from './desk.ts';
import { markdown, seed, wellFormed } from './markdown.ts';

const numRuns = share({ normal: 40, long: 1500 });
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

test(`each edition is composed from any text: ${numRuns} texts`, async () => {
  await fc.assert(
    fc.asyncProperty(markdown, async (text) => {
      const library = await desk.read(text);
      for (const order of ordersOf(library, ['web', 'ebook', 'guide', 'handout'])) {
        const { publication } = compose(order, library);
        expect(publication.documents.length).toBeGreaterThan(0);
      }
    }),
    { numRuns, seed },
  );
}, 3_600_000);

test(`text between the blocks of a section is printed, or something says why not: ${numRuns} texts`, async () => {
  await fc.assert(
    fc.asyncProperty(wellFormed, wellFormed, async (before, after) => {
      // Words that nothing else holds, in paragraphs of their own, so that it is known what must be read.
      const text = `# A guide\n\nFirstsentinel words.\n\n${before}\n\nMiddlesentinel words.\n\n${after}\n\nLastsentinel words.\n`;
      const library = await desk.read(text);
      const known = [...library.findings, ...checkLibrary(library, { today: '2026-06-01', place: 'GB' })];
      for (const order of ordersOf(library, ['web', 'guide'])) {
        const { publication, findings } = compose(order, library);
        const letters = lettersOf(publication.documents.map(({ body }) => textOf(body)).join('\n'));
        const lost = ['Firstsentinel', 'Middlesentinel', 'Lastsentinel'].filter((word) => !letters.includes(word));
        const said = [...known, ...findings].filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        if (lost.length > 0)
          expect({ lost, said }).toEqual({ lost, said: expect.arrayContaining([expect.any(String)]) });
      }
    }),
    { numRuns, seed },
  );
}, 3_600_000);

function textOf(body: Parameters<typeof rootOf>[0]): string {
  const parts: string[] = [];
  visit(rootOf(body), 'text', ({ value }) => {
    parts.push(value);
  });
  return parts.join('');
}
