import { describe, expect, test } from 'vitest';
import type { Direction } from '../../scripts/model.ts';
import { foldingOrder, type Side } from '../../scripts/press/pdf/impose/folding-order.ts';

/** A leaf of paper with a page on each of its two faces. */
type Leaf = readonly [front: number | null, back: number | null];

/** A printed sheet cut in two at the fold: behind the left half of its front lies the right half of its back. */
function halves(front: Side, back: Side): { readonly left: Leaf; readonly right: Leaf } {
  return { left: [front.left, back.right], right: [front.right, back.left] };
}

/**
 * Prints, lays the sheets on each other, folds them and turns the leaves: the faces in the order in which they are seen. The first
 * sheet is outermost, front out; the leaf that is turned first is its right half in a book that opens from the right edge.
 */
function read(sides: readonly Side[], direction: Direction): readonly (number | null)[] {
  const sheets: { readonly left: Leaf; readonly right: Leaf }[] = [];
  for (let index = 0; index < sides.length; index += 2) {
    const [front, back] = [sides[index], sides[index + 1]];
    if (!front || !back) throw new Error('Expected both sides of each sheet');
    sheets.push(halves(front, back));
  }
  const before = sheets.map((sheet) => (direction === 'ltr' ? sheet.right : sheet.left));
  // Behind the fold the innermost sheet comes first, and each leaf is seen from its back.
  const behind = sheets.map((sheet) => (direction === 'ltr' ? sheet.left : sheet.right)).reverse();
  return [...before.flat(), ...behind.flatMap(([front, back]) => [back, front])];
}

describe.each(['ltr', 'rtl'] as const)('a booklet that runs %s', (direction) => {
  test.each(Array.from({ length: 33 }, (_, index) => index + 1))('of %i pages reads in order when folded', (pages) => {
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    const blanks = Array.from({ length: (4 - (pages % 4)) % 4 }, () => null);
    const sides = foldingOrder(pages, direction);
    expect(sides.length % 2).toBe(0);
    expect(read(sides, direction)).toEqual([...numbers, ...blanks]);
  });
});

test('the front cover is at the right of the first side, or at its left where the text runs from the right', () => {
  expect(foldingOrder(8, 'ltr')[0]).toEqual({ left: 8, right: 1 });
  expect(foldingOrder(8, 'rtl')[0]).toEqual({ left: 1, right: 8 });
});

test('read the wrong way round, the pages are out of order', () => {
  expect(read(foldingOrder(8, 'ltr'), 'rtl')).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
