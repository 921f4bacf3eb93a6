import type { Point } from 'unist';

/** The point at an offset of the source, counted on from an earlier point. */
export function pointAt(offset: number, from: Point, source: string): Point {
  const lines = source.slice(from.offset, offset).split('\n');
  const last = lines.at(-1) ?? '';
  const column = lines.length === 1 ? from.column + last.length : last.length + 1;
  return { line: from.line + lines.length - 1, column, offset };
}
