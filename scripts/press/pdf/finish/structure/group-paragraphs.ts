import { holdsBlocks, isInline } from './element-types.ts';
import {
  isElement,
  makeElement,
  mapElements,
  type StructureChild,
  type StructureElement,
} from './structure-element.ts';

/** Grouping elements hold blocks only (ISO 32000-1, 14.8.4.2). */
const groupingTypes = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote', 'NonStruct']);

/** Elements that hold a line of text or blocks, but not both. */
const flexibleTypes = new Set(['LBody', 'TD', 'TH', 'Caption', 'Note']);

/** Puts text that stands beside blocks, or directly in a grouping element, into paragraphs. */
export function groupParagraphs(root: StructureElement): StructureElement {
  return mapElements(root, (element) => {
    const isBlocky = groupingTypes.has(element.type) || (flexibleTypes.has(element.type) && holdsBlocks(element));
    return isBlocky ? { ...element, children: paragraphs(element) } : element;
  });
}

function paragraphs(element: StructureElement): readonly StructureChild[] {
  const children: StructureChild[] = [];
  let line: StructureChild[] = [];
  const close = (): void => {
    if (line.length > 0) children.push(makeElement('P', line, element.language));
    line = [];
  };
  for (const child of element.children) {
    if (isInline(child) && !isElement(child, 'Lbl')) line.push(child);
    else {
      close();
      children.push(child);
    }
  }
  close();
  return children;
}
