import type { Element, ElementContent, Root } from 'hast';
import { visit, SKIP } from 'unist-util-visit';
import { eachElement } from './each.ts';

/** Letters and digits alone, NFKC: what two texts must share to say the same. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The author's words in a composed tree: without citations, note numbers, links back, page numbers, pages of other copies and named
 * gaps, which the machine adds, and a clinic's note.
 */
export function authorsText(root: Root): string {
  const parts: string[] = [];
  visit(root, (node) => {
    if (node.type === 'element' && isMachineMade(node)) return SKIP;
    if (node.type === 'text') parts.push(node.value);
    return undefined;
  });
  return parts.join('');
}

/** Alternative texts of all pictures, in order. */
export function alternativeTexts(root: Root): string[] {
  const texts: string[] = [];
  eachElement(root.children, (element) => {
    const { alt } = element.properties;
    if (element.tagName === 'img' && typeof alt === 'string' && alt !== '') texts.push(alt);
  });
  return texts;
}

const machineMade: ReadonlySet<string> = new Set([
  'cite',
  'note-ref',
  'back',
  'gap',
  'see-page',
  'standard-page',
  'from-clinic',
]);

function isMachineMade({ properties }: Element): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.some((name) => machineMade.has(String(name)));
}

/** A root over some content. */
export function rootOf(children: readonly ElementContent[]): Root {
  return { type: 'root', children: [...children] };
}
