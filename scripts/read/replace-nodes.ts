import type { Parents, Root, RootContent } from 'mdast';

/** Says what stands for a node, whose children are done already: the nodes to put there, or null to keep it. */
export type Replace = (node: RootContent, ancestors: readonly Parents[]) => readonly RootContent[] | null;

/** Replaces nodes all over a tree, in place, children before their parents. */
export function replaceNodes(tree: Root, replace: Replace): void {
  replaceChildren([tree], replace);
}

function replaceChildren(ancestors: readonly Parents[], replace: Replace): void {
  const siblings: RootContent[] | undefined = ancestors.at(-1)?.children;
  if (siblings === undefined) return;
  const replaced = siblings.flatMap((node) => {
    if ('children' in node) replaceChildren([...ancestors, node], replace);
    return replace(node, ancestors) ?? [node];
  });
  // Not by splice: a hundred thousand arguments overflow the stack.
  siblings.length = 0;
  for (const node of replaced) siblings.push(node);
}
