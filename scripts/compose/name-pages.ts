import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { WithPage } from '../../templates/parts/page-of.tsx';
import type { Words } from '../../templates/words.ts';

/**
 * Lets the author's links to places in the text name their pages, for paper. Citations, notes and words of the glossary name
 * their numbers or stand in a list that is easy to find.
 */
export function namePages(root: Root, words: Words): void {
  visit(root, 'element', (element, index, parent) => {
    if (isClass(element, 'contents') || isClass(element, 'more-help')) return SKIP;
    const { href, role } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || !/^#./.test(href)) return undefined;
    if (role !== undefined || isClass(element, 'term') || index === undefined || !parent) return undefined;
    parent.children.splice(index + 1, 0, { type: 'text', value: ' ' }, seePage(href.slice(1), words));
    return [SKIP, index + 3];
  });
}

function seePage(id: string, { seePage: word }: Words): Element {
  const children = [WithPage({ word, id, guess: 1 })].flat();
  return { type: 'element', tagName: 'span', properties: { className: ['see-page'] }, children };
}

function isClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}
