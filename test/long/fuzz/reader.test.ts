import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { checkLibrary } from '../../../scripts/check/index.ts';
import { share } from '../share.ts';
import { Desk } from './desk.ts';
import { markdown, seed } from './markdown.ts';

const numRuns = share({ normal: 150, long: 6000 });
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

test(`the reader and the checks take any text, and each finding has a place in it: ${numRuns} texts`, async () => {
  await fc.assert(
    fc.asyncProperty(markdown, async (text) => {
      const library = await desk.read(text);
      const findings = [...library.findings, ...checkLibrary(library, { today: '2026-06-01', place: 'GB' })];
      const lines = text.split(/\r\n|\r|\n/);
      for (const { line, column, message } of findings) {
        expect(line, message).toBeGreaterThanOrEqual(1);
        expect(line, message).toBeLessThanOrEqual(lines.length);
        expect(column, message).toBeGreaterThanOrEqual(1);
        expect(message).not.toMatch(/undefined|\[object|NaN/);
      }
      for (const { tree } of library.guides[0]?.translations.get('en-GB')?.sections ?? []) {
        visit(tree, (node) => expect(node.position?.start.line).toBeGreaterThanOrEqual(1));
      }
    }),
    { numRuns, seed },
  );
}, 3_600_000);
