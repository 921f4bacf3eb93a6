import { pointAt } from '../read/point-at.ts';
import type { Where } from '../findings.ts';
import type { Section } from '../model.ts';
import type { Found } from './nodes.ts';

/** A place inside a node. */
export interface Within extends Where {
  /** Offset in the source of what follows the piece: where to look for the next one. */
  readonly next: number;
}

/** Where a piece of the source stands inside a node, sought from the offset `after` on; the node's own place if it is not there. */
export function placeWithin({ section, position, file }: Found, piece: string, after = 0): Within {
  const from = Math.max(position?.start.offset ?? 0, after);
  const at = section.source.indexOf(piece, from);
  const next = at + piece.length;
  if (position === undefined || at < 0 || next > (position.end.offset ?? 0)) return { file, position, next: from };
  const start = pointAt(at, position.start, section.source);
  return { file, position: { start, end: pointAt(next, start, section.source) }, next };
}

/** A place in one line of a section's source; line and column count from 1. */
export function placeInLine({ file }: Section, line: number, column: number): Where {
  return { file, position: { start: { line, column }, end: { line, column } } };
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
