import type { Element } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { Publication } from '../../model.ts';
import { chapterFile } from './links.ts';

/** A place that reading systems offer by its kind (EPUB-SSV term). */
export interface Landmark {
  readonly type: string;
  readonly href: string;
  readonly label: string;
}

/** Cover, contents, where the text starts, and the sources and glossary where the book has them. */
export function readLandmarks(publication: Publication): readonly Landmark[] {
  const { documents, words } = publication;
  const start = documents.find(({ type }) => type === 'bodymatter');
  return [
    { type: 'cover', href: 'cover.xhtml', label: words.cover },
    { type: 'toc', href: 'toc.xhtml#toc', label: words.contents },
    start && { type: 'bodymatter', href: chapterFile(start.id), label: words.startReading },
    landmark(publication, 'glossary', words.words),
    landmark(publication, 'bibliography', words.sources),
  ].filter((found) => found !== undefined);
}

function landmark({ documents }: Publication, type: string, label: string): Landmark | undefined {
  for (const { id, body } of documents) {
    let found: Element | undefined;
    visit({ type: 'root', children: [...body] }, 'element', (node: Element) => {
      if (node.properties.role !== `doc-${type}`) return;
      found = node;
      return EXIT;
    });
    if (found === undefined) continue;
    const anchor = found.properties.id;
    return { type, href: chapterFile(id) + (typeof anchor === 'string' ? `#${anchor}` : ''), label };
  }
  return undefined;
}
