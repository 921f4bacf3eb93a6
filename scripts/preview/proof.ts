import { createHash } from 'node:crypto';
import type { Format, Publication } from '../model.ts';
import { chapterFile } from '../press/epub/links.ts';
import { writeChapters } from '../press/epub/chapters.ts';
import { readFonts, writeStyleSheet } from '../press/epub/fonts.ts';
import { findPictures, pictureFile } from '../press/epub/pictures.ts';

/** A file as the preview's server hands it out. */
export interface ProofFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A trial print: how a product looks now. */
export interface Proof {
  /** Differs whenever the product looks different. */
  readonly id: string;
  readonly format: Format;
  /** By path within the proof. */
  readonly files: ReadonlyMap<string, ProofFile>;
  /** What to open: the one file, or an ebook's chapters in reading order. */
  readonly entries: readonly { readonly path: string; readonly title: string }[];
}

/** Pages as the browser printed them. They look like the finished PDF, and are there earlier. */
export function pdfProof(bytes: Uint8Array): Proof {
  return oneFile('pdf', 'pages.pdf', { mediaType: 'application/pdf', bytes });
}

/** A web page, which is one file. */
export function webProof(bytes: Uint8Array): Proof {
  return oneFile('html', 'page.html', { mediaType: 'text/html; charset=utf-8', bytes });
}

/** An ebook's chapters with all that they show: the same files that the book binds, before it is bound and checked. */
export async function bookProof(publication: Publication): Promise<Proof> {
  const text = new TextEncoder();
  const files = new Map<string, ProofFile>();
  // The faults of chapters are found by the press, which writes them again.
  for (const { file, xhtml } of writeChapters(publication, () => {}))
    files.set(file, { mediaType: 'application/xhtml+xml', bytes: text.encode(xhtml) });
  files.set('style.css', { mediaType: 'text/css; charset=utf-8', bytes: text.encode(writeStyleSheet(publication)) });
  for (const asset of findPictures(publication)) files.set(pictureFile(asset), asset);
  for (const font of await readFonts(publication)) files.set(font.path, font);
  const entries = publication.documents.map(({ id, title }) => ({ path: chapterFile(id), title }));
  return { id: hashOf(files), format: 'epub', files, entries };
}

function oneFile(format: Format, path: string, file: ProofFile): Proof {
  const files = new Map([[path, file]]);
  return { id: hashOf(files), format, files, entries: [{ path, title: path }] };
}

function hashOf(files: Proof['files']): string {
  const hash = createHash('sha256');
  for (const [path, { bytes }] of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
