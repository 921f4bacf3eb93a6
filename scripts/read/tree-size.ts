import type { Root, Table } from 'mdast';
import type { Node, Position } from 'unist';

/** Text with more parts than `mostParts`. */
export class TooManyParts extends RangeError {
  override readonly name = 'TooManyParts';
  /** Where the first part too many stands. */
  readonly position: Position | undefined;

  constructor(position: Position | undefined) {
    super(`expected at most ${mostParts} parts, got more`);
    this.position = position;
  }
}

/**
 * Nodes of a section: 5 to 10 times as many as a long chapter has. A browser takes about 1 ms and 30 kB to print one,
 * so that a file of 1 MB which is all marks would take minutes.
 */
export const mostParts = 20_000;

/** Throws TooManyParts for a tree that later stages could not print in time. */
export function rejectLargeTree(tree: Root): void {
  let count = 0;
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    count += isTable(node) ? missingCells(node) + 1 : 1;
    if (count > mostParts) throw new TooManyParts(node.position);
    const children = 'children' in node && Array.isArray(node.children) ? (node.children as Node[]) : [];
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

function isTable(node: Node): node is Table {
  return node.type === 'table';
}

/** Short rows are filled up when they become HTML (GFM, 4.10): a wide head makes a lot of few letters. */
function missingCells({ children }: Table): number {
  const [head] = children;
  const columns = head?.children.length ?? 0;
  return children.reduce((sum, row) => sum + Math.max(columns - row.children.length, 0), 0);
}
