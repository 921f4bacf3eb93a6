import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** What may stand inside a made element; null is left out. */
export type XmlChild = ElementContent | string | null | readonly XmlChild[];

/** Makes an XML element: attributes that are null are left out, strings become text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...children: readonly XmlChild[]
): Element {
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null)),
    children: flat(children),
  };
}

/**
 * Writes a document in UTF-8 XML 1.0 that an HTML parser reads the same way: `<br/>` but `<span></span>`.
 * Characters that XML 1.0 (section 2.2) cannot hold are left out, since not even a reference may name them.
 */
export function writeXml(root: Element, doctype: 'html' | null = null): string {
  const tree: Root = { type: 'root', children: [] };
  tree.children.push({ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' });
  tree.children.push({ type: 'text', value: '\n' });
  if (doctype !== null) tree.children.push({ type: 'doctype', name: doctype }, { type: 'text', value: '\n' });
  tree.children.push(root, { type: 'text', value: '\n' });
  // In the written text `<` and a quote only ever stand in markup, so these patterns cannot meet an author's words.
  return toXml(tree).replace(emptyEnd, '/>').replaceAll(']]>', ']]&gt;').replace(forbidden, '');
}

const emptyEnd = /><\/(?:area|br|col|hr|img|input|link|meta|source|track|wbr|item|itemref|content|path|rect|image)>/g;

const forbidden =
  // oxlint-disable-next-line no-control-regex -- these are the characters to find
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function flat(children: readonly XmlChild[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child === null) return [];
    if (typeof child === 'string') return [{ type: 'text', value: child }];
    return isList(child) ? flat(child) : [child];
  });
}

function isList(child: ElementContent | readonly XmlChild[]): child is readonly XmlChild[] {
  return Array.isArray(child);
}
