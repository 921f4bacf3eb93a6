import type { Element } from 'xast';
import type { Publication } from '../../model.ts';
import type { Entry } from './contents.ts';
import { element, writeXml } from './xml.ts';

/**
 * Writes the contents for EPUB 2 readers (ANSI/NISO Z39.86-2005, section 8), which EPUB 3.3 still allows.
 * Kindle shows two levels, so there are no more.
 */
export function writeNcx({ identifier, language, title }: Publication, contents: readonly Entry[]): string {
  const depth = contents.some(({ entries }) => entries.length > 0) ? 2 : 1;
  return writeXml(
    element(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': language },
      element(
        'head',
        {},
        element('meta', { name: 'dtb:uid', content: identifier }),
        element('meta', { name: 'dtb:depth', content: String(depth) }),
        element('meta', { name: 'dtb:totalPageCount', content: '0' }),
        element('meta', { name: 'dtb:maxPageNumber', content: '0' }),
      ),
      element('docTitle', {}, element('text', {}, title)),
      element(
        'navMap',
        {},
        contents.map((chapter, index) =>
          point(
            `chapter-${index + 1}`,
            chapter,
            chapter.entries.map((part, at) => point(`chapter-${index + 1}-${at + 1}`, part, [])),
          ),
        ),
      ),
    ),
  );
}

function point(id: string, { title, href }: Entry, points: readonly Element[]): Element {
  return element(
    'navPoint',
    { id },
    element('navLabel', {}, element('text', {}, title)),
    element('content', { src: href }),
    points,
  );
}
