import type { Direction } from '../../../model.ts';

/** One side of a sheet: the numbers (from 1) of its two pages, as they lie side by side; null is a blank page. */
export interface Side {
  readonly left: number | null;
  readonly right: number | null;
}

/**
 * Where the pages of a booklet go, for sheets that are printed on both sides, flipped on the short edge, laid on each other and
 * folded: front and back of the outermost sheet, then of the next. Blank pages are last. A right-to-left booklet opens the
 * other way, so that its sides are mirrored. `pages` is 1 or more.
 */
export function foldingOrder(pages: number, direction: Direction): readonly Side[] {
  const places = Math.ceil(pages / 4) * 4;
  const page = (number: number): number | null => (number <= pages ? number : null);
  const side = (inner: number, outer: number): Side =>
    direction === 'ltr' ? { left: page(outer), right: page(inner) } : { left: page(inner), right: page(outer) };
  const sides: Side[] = [];
  for (let first = 1; first <= places / 2; first += 2) {
    const last = places + 1 - first;
    // The back of a leaf lies behind its front: left behind right.
    sides.push(side(first, last), side(last - 1, first + 1));
  }
  return sides;
}
