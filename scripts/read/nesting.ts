import type { Root } from 'mdast';
import type { Node, Position } from 'unist';

/** Text whose blocks nest deeper than `deepest`. */
export class TooDeep extends RangeError {
  override readonly name = 'TooDeep';
  /** Where it gets too deep. */
  readonly position: Position | undefined;

  constructor(position: Position | undefined) {
    super(`expected at most ${deepest} levels, got more`);
    this.position = position;
  }
}

/** Levels of nodes; a list with its items is one. */
export const deepest = 100;

/**
 * Throws TooDeep for a line that opens more than `deepest` blocks. Asked before parsing: the parser recurses, and a
 * stack that runs out while V8 compiles a regular expression ends the whole process.
 */
export function rejectDeepSource(source: string): void {
  const found = deepLine.exec(source);
  if (found === null) return;
  const start = { line: source.slice(0, found.index).split('\n').length, column: 1 };
  throw new TooDeep({ start, end: start });
}

const deepLine = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|[0-9]{1,9}[.)](?=[ \\t]))){${deepest + 1}}`, 'm');

/** Throws TooDeep for a tree that later, recursive walks and the message between threads could not take. */
export function rejectDeepTree(tree: Root): void {
  const waiting: { readonly node: Node; readonly level: number }[] = [{ node: tree, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, level } = next;
    if (level > deepest) throw new TooDeep(node.position);
    const inner = node.type === 'list' ? level : level + 1;
    for (const child of childrenOf(node)) waiting.push({ node: child, level: inner });
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'children' in node && Array.isArray(node.children) ? node.children : [];
}
