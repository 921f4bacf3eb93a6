import type { Sheets } from '../../../model.ts';
import { formatContent } from '../finish/content/format-content.ts';
import { tokenizeContent } from '../finish/content/tokenize-content.ts';
import type { Metadata } from '../finish/document/metadata.ts';
import { pageReferences } from '../finish/document/read-pages.ts';
import { writeInformation } from '../finish/document/write-information.ts';
import { writeXmp } from '../finish/document/write-xmp.ts';
import { formatNumber } from '../finish/objects/format-object.ts';
import { required, type PdfFile } from '../finish/objects/pdf-file.ts';
import { Name, Stream, dictionary, type Dictionary, type Reference } from '../finish/objects/pdf-object.ts';
import { readWrittenPdf } from '../finish/objects/read-written-pdf.ts';
import { textString } from '../finish/objects/text-string.ts';
import { writePdf } from '../finish/objects/write-pdf.ts';
import { foldingOrder, type Side } from './folding-order.ts';

/** Sheets of a booklet: the file, and how many sides it has. */
export interface Imposed {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A page as a form XObject, with its size in pt. */
interface Placed {
  readonly form: Reference;
  readonly width: number;
  readonly height: number;
}

/**
 * Puts the pages of a finished PDF side by side on sheets to print, fold and staple. What is drawn stays; tags, links and fields go, so
 * the sheets are for the eye alone. The same bytes give the same bytes. Throws `unexpected-pdf` for what is not of our own writer.
 */
export function imposeSheets(pdf: Uint8Array, sheets: Sheets): Imposed {
  const file = readWrittenPdf(pdf);
  const pages = pageReferences(file).map((reference) => formOf(file, reference));
  const sides = foldingOrder(pages.length, sheets.direction);
  const tree = file.add(null);
  const kids = sides.map((side) => addSide(file, side, pages, sheets, tree));
  file.set(tree, dictionary({ Type: new Name('Pages'), Count: kids.length, Kids: kids }));
  return { bytes: writePdf(file, trailerOf(file, tree, sheets)), pages: kids.length };
}

/** Operators that mark content for tags (ISO 32000-1, 14.6): there is nothing that they could lead to. */
const marks: ReadonlySet<string> = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

/** A page of the booklet as a form XObject (8.10): its annotations and tags are left behind. */
function formOf(file: PdfFile, reference: Reference): Placed {
  const page = required(file.dictionary(reference), 'a page');
  const box = required(file.array(page.get('MediaBox')), 'the MediaBox of a page');
  const [left = 0, bottom = 0, right = 0, top = 0] = box.map((side) => file.number(side) ?? 0);
  const content = file.decode(required(file.stream(page.get('Contents')), 'a content stream'));
  const operations = tokenizeContent(Buffer.from(content).toString('latin1'));
  const drawn = formatContent(operations.filter(({ operator }) => !marks.has(operator)));
  const entries = dictionary({
    Type: new Name('XObject'),
    Subtype: new Name('Form'),
    BBox: box,
    Matrix: [1, 0, 0, 1, -left, -bottom],
    Resources: page.get('Resources') ?? dictionary({}),
  });
  const form = file.add(new Stream(entries, Buffer.from(drawn, 'latin1')));
  return { form, width: right - left, height: top - bottom };
}

/** One side of a sheet: the two pages meet at the fold. */
function addSide(file: PdfFile, side: Side, pages: readonly Placed[], sheets: Sheets, parent: Reference): Reference {
  const width = points(sheets.width);
  const height = points(sheets.height);
  const forms: Record<string, Reference> = {};
  let content = '';
  for (const place of ['left', 'right'] as const) {
    const page = pages[(side[place] ?? 0) - 1];
    if (!page) continue;
    const x = place === 'left' ? width / 2 - page.width : width / 2;
    forms[place] = page.form;
    content += `q 1 0 0 1 ${formatNumber(x)} ${formatNumber((height - page.height) / 2)} cm /${place} Do Q\n`;
  }
  return file.add(
    dictionary({
      Type: new Name('Page'),
      Parent: parent,
      MediaBox: [0, 0, width, height],
      Resources: dictionary({ XObject: dictionary(forms) }),
      Contents: file.add(new Stream(dictionary({}), Buffer.from(content, 'latin1'))),
    }),
  );
}

/** Readers that know these preferences (12.2) choose both sides, the short edge and the true size by themselves. */
function trailerOf(file: PdfFile, tree: Reference, sheets: Sheets): Dictionary {
  const { language, direction } = sheets;
  const told = metadataOf(sheets);
  const catalog = dictionary({
    Type: new Name('Catalog'),
    Pages: tree,
    Lang: textString(language),
    Metadata: file.add(writeXmp(told)),
    ViewerPreferences: dictionary({
      Direction: direction === 'rtl' ? new Name('R2L') : undefined,
      DisplayDocTitle: true,
      Duplex: new Name('DuplexFlipShortEdge'),
      PrintScaling: new Name('None'),
    }),
  });
  return dictionary({ Root: file.add(catalog), Info: file.add(writeInformation(told)) });
}

/** No claim of any standard: nothing here is tagged. */
function metadataOf({ description, author, date, ...rest }: Sheets): Metadata {
  return {
    ...rest,
    subject: description,
    author: author || null,
    date: Date.parse(date) / 1000,
    producer: 'Guidepress',
    claim: null,
  };
}

function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
