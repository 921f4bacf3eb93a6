import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Gives each node that lacks a position that of the node around it: GFM's e-mail links are made without one. */
export function fillPositions(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return SKIP;
    for (const child of node.children) {
      if (child.position === undefined && node.position !== undefined) child.position = node.position;
    }
    return undefined;
  });
}
