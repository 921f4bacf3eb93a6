import type { Element, ElementContent, Nodes } from 'hast';

/** Elements that stand in a line of text (HTML: phrasing content that CSS lays out inline by default). */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** True for what stands in a line of text rather than on lines of its own. */
export function isInline(node: ElementContent): boolean {
  return node.type === 'text' || (node.type === 'element' && inline.has(node.tagName));
}

/** True for an element, of that name if one is given. */
export function isElement(node: Nodes, tagName?: string): node is Element {
  return node.type === 'element' && (tagName === undefined || node.tagName === tagName);
}

/** True for an element that names this class. */
export function hasClass(node: Nodes, name: string): boolean {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

/** The value of a property as text, or null where it is not set. */
export function property({ properties }: Element, name: string): string | null {
  const value = properties[name];
  return value === null || value === undefined || value === false ? null : String(value);
}

/** All elements below, in document order; each before its own children, so that what a visitor adds is visited too. */
export function* elementsIn(nodes: readonly Nodes[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type === 'element') yield node;
    if ('children' in node) yield* elementsIn(node.children);
  }
}
