import type { Publication } from '../../model.ts';
import { element, writeXml, type XmlChild } from './xml.ts';

/** Writes an XHTML content document (EPUB 3.3, section 6.1) in the book's language and direction. */
export function writePage(
  { language, direction }: Pick<Publication, 'language' | 'direction'>,
  { title, type, body }: { readonly title: string; readonly type: string; readonly body: readonly XmlChild[] },
): string {
  return writeXml(
    element(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: language,
        'xml:lang': language,
        dir: direction,
      },
      '\n',
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('title', {}, title),
        element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ),
      '\n',
      element('body', { 'epub:type': type }, '\n', body, '\n'),
      '\n',
    ),
    'html',
  );
}
