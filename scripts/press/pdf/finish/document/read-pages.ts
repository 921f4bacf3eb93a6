import type { Font } from '../content/font.ts';
import { smallestGlyphIn } from '../content/glyph-height.ts';
import type { Matrix, Rectangle } from '../content/matrix.ts';
import type { Operation } from '../content/operation.ts';
import { tokenizeContent } from '../content/tokenize-content.ts';
import { unexpectedPdf } from '../finish-error.ts';
import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Reference, type Dictionary } from '../objects/pdf-object.ts';

/** A page as Skia writes it: all it needs is its own, in one content stream. */
export interface Page {
  /** 0-based. */
  readonly index: number;
  readonly reference: Reference;
  readonly dictionary: Dictionary;
  readonly operations: readonly Operation[];
  /** By resource name. */
  readonly fonts: ReadonlyMap<string, Font>;
  /** BBox of form XObjects, by resource name. */
  readonly formBoxes: ReadonlyMap<string, Rectangle>;
  /** The smallest glyph of an XObject, by resource name, painted with a matrix: in pt, Infinity if it has none. */
  readonly smallestGlyph: (name: string, matrix: Matrix) => number;
  readonly annotations: readonly Reference[];
}

/** Reads the page tree (ISO 32000-1, 7.7.3); `fontOf` gives one font for one reference. */
export function readPages(file: PdfFile, fontOf: (reference: Reference) => Font): readonly Page[] {
  return pageReferences(file).map((reference, index) => {
    const page = required(file.dictionary(reference), 'a page');
    const [content, ...more] = file.items(page.get('Contents'));
    if (more.length > 0) throw unexpectedPdf('one content stream a page', `${more.length + 1}`);
    const stream = required(file.stream(content), 'a content stream');
    const resources = file.dictionary(page.get('Resources'));
    const fonts = file.dictionary(resources?.get('Font')) ?? new Map();
    const objects = file.dictionary(resources?.get('XObject')) ?? new Map();
    return {
      index,
      reference,
      dictionary: page,
      operations: tokenizeContent(Buffer.from(file.decode(stream)).toString('latin1')),
      fonts: new Map([...fonts].map(([name, font]) => [name, fontOf(asReference(font))])),
      formBoxes: readFormBoxes(file, objects),
      smallestGlyph: (name, matrix) => smallestGlyphIn(file, objects.get(name), matrix),
      annotations: (file.array(page.get('Annots')) ?? []).map(asReference),
    };
  });
}

/** The pages in order. */
export function pageReferences(file: PdfFile): readonly Reference[] {
  const catalog = required(file.dictionary(file.trailer.get('Root')), 'a catalog');
  return pagesBelow(file, asReference(catalog.get('Pages')));
}

function pagesBelow(file: PdfFile, node: Reference): readonly Reference[] {
  const entries = required(file.dictionary(node), 'a node of the page tree');
  if (file.name(entries.get('Type')) === 'Page') return [node];
  return file.items(entries.get('Kids')).flatMap((kid) => pagesBelow(file, asReference(kid)));
}

function readFormBoxes(file: PdfFile, objects: Dictionary): ReadonlyMap<string, Rectangle> {
  const boxes = new Map<string, Rectangle>();
  for (const [name, object] of objects) {
    const entries = required(file.stream(object), 'an XObject').dictionary;
    if (file.name(entries.get('Subtype')) !== 'Form') continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = file
      .items(entries.get('BBox'))
      .map((side) => file.number(side) ?? 0);
    boxes.set(name, [left, bottom, right, top]);
  }
  return boxes;
}

function asReference(object: unknown): Reference {
  if (object instanceof Reference) return object;
  throw unexpectedPdf('an indirect reference', typeof object);
}
