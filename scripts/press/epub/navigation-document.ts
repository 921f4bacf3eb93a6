import type { Element } from 'xast';
import type { Publication } from '../../model.ts';
import type { Entry } from './contents.ts';
import type { Landmark } from './landmarks.ts';
import type { ListedPage } from './mark-pages.ts';
import { writePage } from './page.ts';
import { element } from './xml.ts';

/** Writes the navigation document (EPUB 3.3, section 7): the contents, which readers also see as a page, landmarks and the page list. */
export function writeNavigationDocument(
  publication: Publication,
  contents: readonly Entry[],
  landmarks: readonly Landmark[],
  pages: readonly ListedPage[],
): string {
  const { words } = publication;
  return writePage(publication, {
    title: words.contents,
    type: 'frontmatter',
    body: [
      element(
        'nav',
        { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' },
        element('h1', { id: 'toc-title' }, words.contents),
        list(contents),
      ),
      '\n',
      element(
        'nav',
        { 'epub:type': 'landmarks', id: 'landmarks', 'aria-labelledby': 'landmarks-title', hidden: 'hidden' },
        element('h2', { id: 'landmarks-title' }, words.landmarks),
        element(
          'ol',
          {},
          landmarks.map(({ type, href, label }) => element('li', {}, element('a', { 'epub:type': type, href }, label))),
        ),
      ),
      ...(pages.length > 0 ? ['\n', pageList(pages, words.pageList)] : []),
    ],
  });
}

/** EPUB 3.3, section 7.4.3. */
function pageList(pages: readonly ListedPage[], title: string): Element {
  return element(
    'nav',
    { 'epub:type': 'page-list', role: 'doc-pagelist', id: 'pages', 'aria-labelledby': 'pages-title', hidden: 'hidden' },
    element('h2', { id: 'pages-title' }, title),
    element(
      'ol',
      {},
      pages.map(({ label, href }) => element('li', {}, element('a', { href }, label))),
    ),
  );
}

function list(entries: readonly Entry[]): Element {
  return element(
    'ol',
    {},
    entries.map(({ title, href, entries }) => [
      element('li', {}, element('a', { href }, title), entries.length > 0 ? list(entries) : null),
      '\n',
    ]),
  );
}
