import type { Element as HastElement } from 'hast';
import { toXast } from 'hast-util-to-xast';
import type { Attributes, Element, ElementContent, Root } from 'xast';

/** Changes one element; its children have been changed before. */
export type Pass = (node: Element) => Element;

/**
 * A tree of HTML as XML elements (the XHTML syntax of HTML), each changed by all passes in order.
 * Comments go: `--` in one is a fatal error in XML, and readers have no use for them.
 */
export function toXhtml(body: readonly HastElement[], passes: readonly Pass[]): Element[] {
  const root = toXast({ type: 'root', children: [...body] });
  if (root.type !== 'root') throw new Error(`Expected a root from toXast, got ${root.type}`);
  return convert(root, passes).filter((child) => child.type === 'element');
}

/** Gives each language in HTML's `lang` to XML as `xml:lang` too: older readers know only that one. */
export function languageTwice(node: Element): Element {
  const { lang } = node.attributes;
  return typeof lang === 'string' ? { ...node, attributes: { ...node.attributes, 'xml:lang': lang } } : node;
}

function convert(parent: Root | Element, passes: readonly Pass[]): ElementContent[] {
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element') return [];
    const bare: Element = { ...child, attributes: attributes(child), children: convert(child, passes) };
    return [passes.reduce((node, pass) => pass(node), bare)];
  });
}

/** Without scripts (`on…`), `data-…`, names that XML cannot bind, and the namespace that `html` declares anyway. */
function attributes({ name, attributes }: Element): Attributes {
  const kept = Object.entries(attributes).filter(
    ([key, value]) => xmlName.test(key) && !/^(?:on|data-)/i.test(key) && !(key === 'xmlns' && value === xhtml),
  );
  // hast-util-to-xast declares the namespace of `svg` but not that of `math`.
  return { ...(name === 'math' ? { xmlns: mathml } : {}), ...Object.fromEntries(kept) };
}

const xmlName = /^(?:(?:epub|xml):)?[A-Za-z_][\w.-]*$/;
const xhtml = 'http://www.w3.org/1999/xhtml';
const mathml = 'http://www.w3.org/1998/Math/MathML';
