import { pointAt } from '../read/point-at.ts';
import type { Where } from '../findings.ts';
import type { Section } from '../model.ts';
import type { Found } from './nodes.ts';

/** Where a piece of the source stands inside a node; the node's own place if it is not there. */
export function placeWithin(found: Found, piece: string): Where {
  return placesWithin(found, [piece])[0] ?? found;
}

/** Where pieces of the source stand inside a node, each sought after the one before; the node's own place for what is not there. */
export function placesWithin({ section, position, file }: Found, pieces: readonly string[]): readonly Where[] {
  let from = position?.start;
  return pieces.map((piece) => {
    const at = section.source.indexOf(piece, from?.offset);
    const end = at + piece.length;
    if (from === undefined || at < 0 || end > (position?.end.offset ?? 0)) return { file, position };
    // Counted on from the piece before: a long text is walked once.
    const start = pointAt(at, from, section.source);
    from = pointAt(end, start, section.source);
    return { file, position: { start, end: from } };
  });
}

/** A place in one line of a section's source; line and column count from 1. */
export function placeInLine({ file }: Section, line: number, column: number): Where {
  return { file, position: { start: { line, column }, end: { line, column } } };
}

/** The offset of a place in a section's source; line and column count from 1. */
export function offsetAt(section: Section, line: number, column: number): number {
  const before = linesOf(section).slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

/** A section's line as written, without its line feed. */
export function lineAt(section: Section, line: number): string {
  return linesOf(section)[line - 1] ?? '';
}

const split = new WeakMap<Section, readonly string[]>();

function linesOf(section: Section): readonly string[] {
  const lines = split.get(section) ?? section.source.split('\n');
  split.set(section, lines);
  return lines;
}
