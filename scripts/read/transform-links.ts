import type { Definition, Link, LinkReference, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { citationKeys } from './transform-citations.ts';
import { replaceNodes } from './replace-nodes.ts';

/**
 * Makes links of one kind: what refers to a definition becomes a plain link or image (CommonMark 0.31 §6.3), the
 * autolink `<phone:urgent>` becomes `phone`, and a link to `fact:…` becomes `fact`.
 */
export function transformLinks(tree: Root, source: string): void {
  const definitions = definitionsOf(tree);
  replaceNodes(tree, (node) => {
    if (node.type === 'link') return authorLink(node, source);
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return null;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return null;
    const { url, title } = definition;
    if (node.type === 'imageReference') {
      return [{ type: 'image', url, title: title ?? null, alt: node.alt ?? null, ...placeOf(node) }];
    }
    const cited = citationIn(node, source);
    if (cited !== null) return [cited];
    const link: Link = { type: 'link', url, title: title ?? null, children: node.children, ...placeOf(node) };
    return authorLink(link, source) ?? [link];
  });
}

/** The first definition of a name counts. */
function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

function authorLink(link: Link, source: string): RootContent[] | null {
  const place = placeOf(link);
  const phone = /^phone:(.*)$/i.exec(link.url)?.[1];
  if (phone !== undefined && source[link.position?.start.offset ?? -1] === '<') {
    return [{ type: 'phone', service: phone, children: [], ...place }];
  }
  const fact = /^fact:(.*)$/i.exec(link.url)?.[1];
  if (fact !== undefined) return [{ type: 'fact', id: fact, children: link.children, ...place }];
  return null;
}

/** `[@key]` is a source, even where somebody defined a link of that name. */
function citationIn(node: LinkReference, source: string): RootContent | null {
  const { start, end } = node.position ?? {};
  const keys = citationKeys(source.slice(start?.offset, end?.offset));
  return keys === null ? null : { type: 'citation', keys, children: [], ...placeOf(node) };
}

function placeOf({ position }: Pick<RootContent, 'position'>): Pick<RootContent, 'position'> {
  return position === undefined ? {} : { position };
}
