import type { Publication } from '../../model.ts';
import type { ElementContent } from 'xast';
import { guardAccess } from './guards.ts';
import { chapterFile, findPlaces, linkChapters } from './links.ts';
import { writePage } from './page.ts';
import { placePictures } from './pictures.ts';
import { typeByRole } from './roles.ts';
import { languageTwice, toXhtml } from './xhtml.ts';

/** A chapter's file. */
export interface Chapter {
  readonly id: string;
  readonly file: string;
  readonly xhtml: string;
  /** Of the manifest item (EPUB 3.3, section D.6): what the file holds beyond XHTML. */
  readonly properties: readonly string[];
}

/** Writes each document of a publication as a chapter; what a reader could not use is reported. */
export function writeChapters(publication: Publication, report: (message: string) => void): readonly Chapter[] {
  const places = findPlaces(publication);
  return publication.documents.map((document) => {
    const file = chapterFile(document.id);
    const body = toXhtml(document.body, [
      languageTwice,
      typeByRole,
      linkChapters(file, places, report),
      guardAccess(file, report),
      placePictures(file, publication.assets, report),
    ]);
    return {
      id: `chapter-${document.id}`,
      file,
      xhtml: writePage(publication, { title: document.title, type: document.type, body }),
      properties: [...(holds(body, 'math') ? ['mathml'] : []), ...(holds(body, 'svg') ? ['svg'] : [])],
    };
  });
}

function holds(nodes: readonly ElementContent[], name: string): boolean {
  return nodes.some((node) => node.type === 'element' && (node.name === name || holds(node.children, name)));
}
