import type { Problem } from '../problem.ts';
import { checkMade, noProof, type Proof } from '../proof.ts';
import type { Pagination, Publication } from '../../model.ts';
import { describeAccessibility } from './accessibility.ts';
import { bindBook, type Resource } from './book.ts';
import { writeChapters, type Chapter } from './chapters.ts';
import { checkBook } from './check.ts';
import { readContents } from './contents.ts';
import { writeCoverPage } from './cover-page.ts';
import { drawCover } from './cover/draw-cover.ts';
import { readFonts, writeStyleSheet } from './fonts.ts';
import { readLandmarks } from './landmarks.ts';
import { markPages } from './mark-pages.ts';
import { writeNavigationDocument } from './navigation-document.ts';
import { writeNcx } from './ncx.ts';
import { writePackageDocument, type Item } from './package-document.ts';
import { findPictures, pictureFile } from './pictures.ts';

/** A finished book, what stands against it, and what was checked. */
export interface PressedBook {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
  readonly pageList: boolean;
  readonly proof: Proof;
}

/**
 * Makes an EPUB 3.3 of a publication, one chapter a document, and checks it. The same publication gives the same bytes.
 * `printed` says where the printed edition has its pages: the book then lists and marks them.
 */
export async function pressEpub(composed: Publication, printed: Pagination | null = null): Promise<PressedBook> {
  const marked =
    printed === null ? { documents: composed.documents, pages: [] } : markPages(composed.documents, printed);
  const publication: Publication = { ...composed, documents: marked.documents };

  if (!/^\d{4}-\d\d-\d\d$/.test(publication.date)) throw new Error(`Expected an ISO date, got \`${publication.date}\``);
  const problems: Problem[] = [];
  const report = (message: string) => problems.push({ rule: 'epub-invalid', message });

  const cover = drawCover(publication);
  for (const character of cover.missing) {
    const message = `Unexpected character \`${character}\` on the cover, expected one that a font has: install its font`;
    problems.push({ rule: 'character-missing', message });
  }
  const pictures = findPictures(publication);
  const fonts = await readFonts(publication);
  const resources = [
    { path: 'cover.png', mediaType: 'image/png', bytes: cover.bytes },
    ...pictures.map((asset) => ({ path: pictureFile(asset), mediaType: asset.mediaType, bytes: asset.bytes })),
    ...fonts,
  ];
  const chapters = writeChapters(publication, report);
  const contents = readContents(publication);
  const accessibility = describeAccessibility(publication, pictures, marked.pages.length > 0);
  const bytes = await bindBook({
    title: publication.title,
    date: publication.date,
    pages: [{ file: 'cover.xhtml', xhtml: writeCoverPage(publication) }, ...chapters],
    packageDocument: writePackageDocument(
      publication,
      accessibility,
      listItems(resources, chapters),
      ['cover', 'nav', ...chapters.map(({ id }) => id)],
      marked.pages.length > 0 ? (printed?.source ?? null) : null,
    ),
    navigationDocument: writeNavigationDocument(publication, contents, readLandmarks(publication), marked.pages),
    ncx: writeNcx(publication, contents),
    styleSheet: writeStyleSheet(publication),
    resources,
  });
  const { errors, warnings, messages, tool } = await checkBook(bytes);
  for (const message of messages) report(message);
  const { features, hazards } = accessibility;
  const proof: Proof = {
    ...noProof,
    claim: `EPUB Accessibility 1.1 metadata: ${[...features, ...hazards.map((hazard) => `hazard: ${hazard}`)].join(', ')}`,
    checks: [checkMade('epubcheck', { errors, warnings, tool })],
  };
  return { bytes, problems, pageList: marked.pages.length > 0, proof };
}

/** The manifest: every file of the book but the package document itself. */
function listItems(resources: readonly Resource[], chapters: readonly Chapter[]): readonly Item[] {
  const page = { mediaType: 'application/xhtml+xml', properties: [] };
  return [
    { ...page, id: 'nav', href: 'toc.xhtml', properties: ['nav'] },
    { id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: [] },
    { id: 'style', href: 'style.css', mediaType: 'text/css', properties: [] },
    { ...page, id: 'cover', href: 'cover.xhtml' },
    ...chapters.map(({ id, file, properties }) => ({ ...page, id, href: file, properties })),
    ...resources.map(({ path, mediaType }) =>
      path === 'cover.png'
        ? { id: 'cover-image', href: path, mediaType, properties: ['cover-image'] }
        : { id: path.replace('/', '-'), href: path, mediaType, properties: [] },
    ),
  ];
}
