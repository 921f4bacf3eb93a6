import type { ContentIndex } from './content-index.ts';
import { isElement, leavesOf, mapElements, type StructureChild, type StructureElement } from './structure-element.ts';

/**
 * A table's head and foot are printed again on each page, and Chromium tags each copy as content of the same cell: the first copy
 * stays, the others become artifacts (ISO 14289-1, 7.1).
 */
export function cutRepeatedHeads(root: StructureElement, contents: ContentIndex): StructureElement {
  return mapElements(root, (element) => {
    if (element.type !== 'TH' && element.type !== 'TD') return element;
    const pages = repeatedPages(element, contents);
    return pages.size > 0 ? cut(element, pages, contents) : element;
  });
}

/** Pages that say the same as the first page of the cell. */
function repeatedPages(cell: StructureElement, contents: ContentIndex): ReadonlySet<number> {
  const texts = new Map<number, string>();
  for (const leaf of leavesOf(cell)) {
    const text = leaf.kind === 'content' ? contents.at(leaf).text : '';
    texts.set(leaf.page, (texts.get(leaf.page) ?? '') + text);
  }
  if (texts.size < 2) return new Set();
  const first = Math.min(...texts.keys());
  return new Set([...texts.keys()].filter((page) => page !== first && texts.get(page) === texts.get(first)));
}

function cut(element: StructureElement, pages: ReadonlySet<number>, contents: ContentIndex): StructureElement {
  const children: StructureChild[] = [];
  for (const child of element.children) {
    if (isElement(child)) children.push(cut(child, pages, contents));
    else if (pages.has(child.page)) contents.giveUp([child]);
    else children.push(child);
  }
  return { ...element, children };
}
