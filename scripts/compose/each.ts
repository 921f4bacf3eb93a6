import type { Element, ElementContent, RootContent, Text } from 'hast';

type Nodes = readonly (ElementContent | RootContent)[];

/*
 * Walks over composed trees, in document order. They are walked a dozen times for each product, and a visitor that also
 * knows parents and indices costs three times as much.
 */

/** Looks at each element, before its own children: what it adds below itself is looked at too. */
export function eachElement(nodes: Nodes, look: (element: Element) => void): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    look(node);
    eachElement(node.children, look);
  }
}

/** Looks at each text. */
export function eachText(nodes: Nodes, look: (text: Text) => void): void {
  for (const node of nodes) {
    if (node.type === 'text') look(node);
    else if (node.type === 'element') eachText(node.children, look);
  }
}
