import { isElement, type StructureChild, type StructureElement } from './structure-element.ts';

const inlineTypes = new Set([
  'Span',
  'Link',
  'Form',
  'Strong',
  'Em',
  'Code',
  'Quote',
  'Note',
  'Reference',
  'Lbl',
  'Sub',
  'Annot',
  'Ruby',
]);

/** Elements of a table hold their place even when they are empty. */
const tableTypes = new Set(['Table', 'TR', 'TH', 'TD']);

/** Whether an element belongs into a line of text (ISO 32000-1, 14.8.4.4): its type does, and it holds no block. */
export function isInline(child: StructureChild): boolean {
  return !isElement(child) || (inlineTypes.has(child.type) && !holdsBlocks(child));
}

/** Whether a block stands directly in the element; a note's label does not make it one. */
export function holdsBlocks(element: StructureElement): boolean {
  return element.children.some((child) => !isInline(child));
}

/** Whether an element belongs to the grid of a table. */
export function isTablePart(element: StructureElement): boolean {
  return tableTypes.has(element.type);
}
