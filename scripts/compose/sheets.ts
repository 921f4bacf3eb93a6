import { papers } from '../../templates/edition.ts';
import { fill } from '../../templates/words.ts';
import type { Library, Order, Sheets } from '../model.ts';
import { codesOf, dateOf } from './facts-of-guide.ts';
import { productIdentifier } from './identifier.ts';

/** What the sheets of a booklet say about themselves: that they are for printing, and how. They lie across. */
export function sheetsOf(order: Order, library: Library): Sheets {
  const { guide, translation, language } = order;
  const { width, height } = papers[order.paper ?? 'a4'];
  return {
    title: fill(language.words.sheetsTitle, { title: translation.title }),
    description: language.words.bookletSheets,
    author: guide.authors.join(', ') || library.publisher,
    keywords: codesOf(guide),
    language: language.tag,
    direction: language.direction,
    identifier: productIdentifier(order, library),
    date: dateOf(guide),
    width: height,
    height: width,
  };
}
