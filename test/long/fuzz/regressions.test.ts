import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';

/* What the fuzz found, made small. */

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

test('an end tag that the cleaning adds has a place', async () => {
  const library = await desk.read('# A guide\n\n1. [^1]: <kbd> ~~back~~\n');
  const places: unknown[] = [];
  for (const { tree } of library.guides[0]?.translations.get('en-GB')?.sections ?? []) {
    visit(tree, 'html', ({ value, position }) => {
      places.push([value, position?.start.line]);
    });
  }
  expect(places).toContainEqual(['</kbd>', 3]);
});
