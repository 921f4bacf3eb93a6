import type { Element } from 'hast';
import { elementsIn } from './elements.ts';

/** Puts a no-break space into empty table cells: Chromium makes no tag for a cell without content, and rows would differ in length. */
export function fillCells(body: readonly Element[]): void {
  for (const cell of elementsIn(body)) {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
    if (!isHeard(cell)) cell.children.push({ type: 'text', value: '\u{A0}' });
  }
}

/** Something in it makes a tag: text, a picture with words, a link. */
function isHeard(cell: Element): boolean {
  if (cell.children.some((child) => child.type === 'text' && child.value !== '')) return true;
  for (const element of elementsIn(cell.children)) {
    const { alt, href } = element.properties;
    if (href !== undefined || (element.tagName === 'img' && alt !== undefined && alt !== '')) return true;
    if (element.children.some((child) => child.type === 'text' && child.value !== '')) return true;
  }
  return false;
}
