import { fill } from '../../../templates/words.ts';
import type { Publication } from '../../model.ts';
import { writePage } from './page.ts';
import { statusWords } from './status-words.ts';
import { element } from './xml.ts';

/** Writes the page that shows the cover; its alternative text says what the picture's words say. */
export function writeCoverPage(publication: Publication): string {
  const { words, title } = publication;
  const alt = [fill(words.coverAlt, { title }), statusWords(publication)].filter(Boolean).join(' – ');
  return writePage(publication, {
    title: words.cover,
    type: 'frontmatter',
    body: [
      element(
        'section',
        { 'epub:type': 'cover', 'aria-label': words.cover },
        element('img', { class: 'cover', src: 'cover.png', alt, role: 'doc-cover' }),
      ),
    ],
  });
}
