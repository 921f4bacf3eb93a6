import { Font } from './content/font.ts';
import { repairToUnicode } from './content/repair-to-unicode.ts';
import { surveyContent } from './content/survey-content.ts';
import type { Metadata } from './document/metadata.ts';
import { readDestinations, type Destination } from './document/read-destinations.ts';
import { pageReferences, readPages } from './document/read-pages.ts';
import { rewritePage } from './document/rewrite-page.ts';
import { updateOutline } from './document/update-outline.ts';
import { writeCatalog } from './document/write-catalog.ts';
import { writeCheckBoxes } from './document/write-check-boxes.ts';
import { required, type PdfFile } from './objects/pdf-file.ts';
import type { Reference } from './objects/pdf-object.ts';
import { readPdf } from './objects/read-pdf.ts';
import { writePdf } from './objects/write-pdf.ts';
import { ContentIndex } from './structure/content-index.ts';
import { guardContent } from './structure/guard-content.ts';
import { labelLinks } from './structure/label-links.ts';
import { normaliseStructure } from './structure/normalise-structure.ts';
import { readBlocks, type Block } from './structure/read-blocks.ts';
import { readStructureTree } from './structure/read-structure-tree.ts';
import { takeCheckBoxes } from './structure/take-check-boxes.ts';
import { smallestGlyphs } from './structure/smallest-glyphs.ts';
import { writeStructureTree } from './structure/write-structure-tree.ts';

export { FinishError, type FinishErrorCode } from './finish-error.ts';
export type { Destination } from './document/read-destinations.ts';

/** What the PDF is to say about itself, and what only the caller knows about its links. */
export interface FinishOptions extends Metadata {
  readonly direction: 'ltr' | 'rtl';
  /** What a screen reader says for a link, by URI or destination name, where the printed text is not enough: footnote "1". */
  readonly linkLabels: ReadonlyMap<string, string>;
}

/** A finished PDF, and what can be read back from it. */
export interface Finished {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Check boxes; pages are 0-based. */
  readonly fields: readonly { readonly name: string; readonly tooltip: string; readonly page: number }[];
  /** Tagged text in reading order, one entry per run of text in a block-level element: what a screen reader says. */
  readonly blocks: readonly Block[];
  /** Text outside tags, per page, one entry per text object: only margin boxes may be there; the caller compares. */
  readonly untagged: readonly (readonly string[])[];
  /** The smallest glyphs in pt, of what is tagged and of the rest; null where there are none. */
  readonly smallest: { readonly text: number | null; readonly margins: number | null };
  /** Embedded fonts by their PostScript names, without the prefix of a subset (ISO 32000-1, 9.6.4), sorted. */
  readonly fonts: readonly string[];
}

/**
 * Turns a PDF that Chromium printed with tags into PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), smaller, and the same bytes for the
 * same print. Throws FinishError rather than write a file that is less accessible than it claims.
 */
export function finish(pdf: Uint8Array, options: FinishOptions): Finished {
  const file = readPdf(pdf);
  const fonts = new FontShelf(file);
  const pages = readPages(file, fonts.take);
  const references = pages.map((page) => page.reference);
  const pageNumbers = new Map(references.map(({ number }, index) => [number, index]));
  const catalog = required(file.dictionary(file.trailer.get('Root')), 'a catalog');

  const surveys = pages.map((page) => surveyContent(page.operations, page, options.direction));
  const contents = new ContentIndex(surveys);
  const chromium = readStructureTree(file, pageNumbers, options.language);
  const { tree: taken, checkBoxes } = takeCheckBoxes(normaliseStructure(chromium, contents), file, contents);
  const tree = labelLinks(taken, file, contents, options.linkLabels);
  guardContent(tree, contents);

  const written = writeStructureTree(file, tree, references);
  for (const page of pages) rewritePage(file, page, written, contents);
  for (const font of fonts.all()) repairToUnicode(file, font);
  const form = checkBoxes.length > 0 ? writeCheckBoxes(file, checkBoxes, references) : null;
  updateOutline(file, catalog.get('Outlines'), written.elements);
  const trailer = writeCatalog(file, { structure: written.root, form, direction: options.direction }, options);

  return {
    bytes: writePdf(file, trailer),
    pages: pages.length,
    fields: checkBoxes.map(({ name, tooltip, page }) => ({ name, tooltip, page })),
    blocks: readBlocks(tree, contents),
    untagged: surveys.map((survey) => survey.untagged),
    smallest: smallestGlyphs(surveys, written.marks),
    fonts: [...new Set(Array.from(fonts.all(), ({ name }) => name.replace(/^[A-Z]{6}\+/, '')))].sort(),
  };
}

/** Where the links of a PDF that Chromium printed lead, by name, and how many pages it has: no more is read. */
export function findDestinations(pdf: Uint8Array): {
  readonly pages: number;
  readonly destinations: ReadonlyMap<string, Destination>;
} {
  const file = readPdf(pdf);
  const references = pageReferences(file);
  const catalog = required(file.dictionary(file.trailer.get('Root')), 'a catalog');
  const numbers = new Map(references.map(({ number }, index) => [number, index]));
  return { pages: references.length, destinations: readDestinations(file, catalog.get('Dests'), numbers) };
}

/** Each font of the file once, however many pages use it. */
class FontShelf {
  readonly #file: PdfFile;
  readonly #fonts = new Map<number, Font>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  readonly take = (reference: Reference): Font => {
    const font = this.#fonts.get(reference.number) ?? new Font(this.#file, reference);
    this.#fonts.set(reference.number, font);
    return font;
  };

  all(): Iterable<Font> {
    return this.#fonts.values();
  }
}
