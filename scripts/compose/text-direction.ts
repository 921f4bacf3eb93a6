import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const fromTheRight = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/**
 * Says what runs from left to right in a right-to-left document, in place: code, or `1+2` would read `2+1` (UAX #9, W4); and
 * paragraphs, items and cells of foreign words alone, or their full stop would stand in front of them.
 */
export function directForeignText(root: Root): void {
  visit(root, 'element', (element, _, parent) => {
    const dir = directionOf(element, parent);
    if (dir !== null) element.properties['dir'] ??= dir;
  });
}

function directionOf(element: Element, parent: Element | Root | undefined): 'ltr' | 'auto' | null {
  const { tagName } = element;
  if (tagName === 'pre') return 'ltr';
  if (/^(?:code|kbd|samp|var)$/.test(tagName)) {
    return parent?.type === 'element' && parent.tagName === 'pre' ? null : 'auto';
  }
  if (tagName !== 'p' && tagName !== 'li' && tagName !== 'td' && tagName !== 'th') return null;
  const text = toString(element);
  return /\p{L}/u.test(text) && !fromTheRight.test(text) ? 'ltr' : null;
}
