import type { Element, ElementContent } from 'hast';
import type { Document, Pagination } from '../../model.ts';
import { chapterFile } from './links.ts';

/** A page of the printed edition, as the page list names it. */
export interface ListedPage {
  readonly label: string;
  /** `chapter.xhtml#id`. */
  readonly href: string;
}

/** Blocks that may open with a marker: lists, rows and tables may not (HTML §4.4, §4.9). */
const opened = new Set(['p', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'section']);
const headings = /^h[1-6]$/;

/**
 * Marks where each page of the printed edition begins (EPUB Accessibility 1.1, §5.3): before the first block of the text that
 * starts there. A page on which nothing starts shares the place of the next one; one whose text this book leaves out has none.
 */
export function markPages(
  documents: readonly Document[],
  printed: Pagination,
): { readonly documents: readonly Document[]; readonly pages: readonly ListedPage[] } {
  const pages: ListedPage[] = [];
  const marksUpTo = (page: number, document: Document): ElementContent[] => {
    const marks: ElementContent[] = [];
    for (let number = pages.length + 1; number <= page; number++) {
      const id = `guidepress-page-${number}`;
      pages.push({ label: String(number), href: `${chapterFile(document.id)}#${id}` });
      const properties = { id, role: 'doc-pagebreak', ariaLabel: String(number) };
      marks.push({ type: 'element', tagName: 'span', properties, children: [] });
    }
    return marks;
  };
  const marked = (element: Element, document: Document): ElementContent[] => {
    const page = pageOf(element, printed);
    const marks = page === null ? [] : marksUpTo(page, document);
    const children = element.children.flatMap((child) =>
      child.type === 'element' ? marked(child, document) : [child],
    );
    return headings.test(element.tagName)
      ? [...marks, { ...element, children }]
      : [{ ...element, children: [...marks, ...children] }];
  };
  return {
    documents: documents.map((document) => ({
      ...document,
      body: document.body.flatMap((element) => marked(element, document)).filter((node) => node.type === 'element'),
    })),
    pages,
  };
}

function pageOf({ tagName, properties, data }: Element, { ids, blocks }: Pagination): number | null {
  if (!opened.has(tagName) && !headings.test(tagName)) return null;
  const byBlock = data?.block === undefined ? undefined : blocks[data.block];
  const byId = typeof properties['id'] === 'string' ? ids[properties['id']] : undefined;
  return byBlock ?? byId ?? null;
}
