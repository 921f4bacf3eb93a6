import type { ContentIndex } from './content-index.ts';
import { elementsOf, isElement, mapElements, type StructureChild, type StructureElement } from './structure-element.ts';

/**
 * A table's head and foot are printed again on each page, and Chromium tags each copy as content of the same elements: the first
 * copy stays, the others become artifacts (ISO 14289-1, 7.1).
 */
export function cutRepeatedHeads(root: StructureElement, contents: ContentIndex): StructureElement {
  return mapElements(root, (element) => {
    if (element.type !== 'TH' && element.type !== 'TD') return element;
    const pages = repeatedPages(element, contents);
    return pages.size > 0 ? cut(element, pages, contents) : element;
  });
}

/** Pages on which the same elements say the same as on the first page of the cell. A cell that goes on over a page says something else. */
function repeatedPages(cell: StructureElement, contents: ContentIndex): ReadonlySet<number> {
  const said = new Map<number, string>();
  for (const [index, element] of [...elementsOf(cell)].entries()) {
    for (const child of element.children) {
      if (isElement(child)) continue;
      const text = child.kind === 'content' ? contents.at(child).text : '';
      said.set(child.page, `${said.get(child.page) ?? ''}${index}:${text}\n`);
    }
  }
  const first = Math.min(...said.keys());
  return new Set([...said.keys()].filter((page) => page !== first && said.get(page) === said.get(first)));
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
