import type { Element, ElementContent } from 'hast';
import type { Pagination, Publication } from '../../model.ts';
import { property } from './dialect/elements.ts';

/**
 * Fills in on which page of the standard copy each part is: `data-standard-page` names the part's id, the `span` in it takes the number.
 * Where that copy, or its page for the part, is not known, the whole line is left out.
 */
export function nameStandardPages(publication: Publication, standard: Pagination | null): Publication {
  const named = (element: Element): Element[] => {
    const id = property(element, 'dataStandardPage');
    if (id !== null) {
      const page = standard?.ids[id];
      return page === undefined
        ? []
        : [{ ...element, children: element.children.map((child) => numbered(child, page)) }];
    }
    const children = element.children.flatMap((child): ElementContent[] =>
      child.type === 'element' ? named(child) : [child],
    );
    return [{ ...element, children }];
  };
  const documents = publication.documents.map((document) => ({ ...document, body: document.body.flatMap(named) }));
  return { ...publication, documents };
}

function numbered(node: ElementContent, page: number): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'span') return node;
  return { ...node, children: [{ type: 'text', value: String(page) }] };
}
