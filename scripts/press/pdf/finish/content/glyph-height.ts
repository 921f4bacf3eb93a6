import type { PdfFile } from '../objects/pdf-file.ts';
import type { Dictionary, PdfObject } from '../objects/pdf-object.ts';
import { identity, matrixOf, multiply, type Matrix } from './matrix.ts';
import { fontSizeOf, numbersOf, resourceName } from './operation.ts';
import { tokenizeContent } from './tokenize-content.ts';

/** How big a glyph comes out on the page, in pt: font size × text matrix × transformation matrix (ISO 32000-1, 9.4.4). */
export function heightOf(size: number, text: Matrix, matrix: Matrix): number {
  const across = text[2] * matrix[0] + text[3] * matrix[2];
  const up = text[2] * matrix[1] + text[3] * matrix[3];
  return size * Math.sqrt(across * across + up * up);
}

/** The smallest glyph that an XObject shows, in pt, painted with a matrix; Infinity where it is no form (8.10) or has no text. */
export function smallestGlyphIn(file: PdfFile, object: PdfObject | undefined, painted: Matrix): number {
  const form = file.stream(object);
  if (!form || file.name(form.dictionary.get('Subtype')) !== 'Form') return Number.POSITIVE_INFINITY;
  const resources = file.dictionary(form.dictionary.get('Resources'));
  const forms: Dictionary = file.dictionary(resources?.get('XObject')) ?? new Map();
  // Most forms are drawings alone: nobody looks into them.
  if (!resources?.has('Font') && forms.size === 0) return Number.POSITIVE_INFINITY;
  const own = file.items(form.dictionary.get('Matrix')).map((number) => file.number(number) ?? 0);
  const saved: Matrix[] = [];
  let matrix = own.length === 6 ? multiply(matrixOf(own), painted) : painted;
  let text = identity;
  let size = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const operation of tokenizeContent(Buffer.from(file.decode(form)).toString('latin1'))) {
    const { operator } = operation;
    if (operator === 'q') saved.push(matrix);
    else if (operator === 'Q') matrix = saved.pop() ?? matrix;
    else if (operator === 'cm') matrix = multiply(matrixOf(numbersOf(operation)), matrix);
    else if (operator === 'BT') text = identity;
    else if (operator === 'Tm') text = matrixOf(numbersOf(operation));
    else if (operator === 'Tf') size = fontSizeOf(operation);
    else if (operator === 'Tj') smallest = Math.min(smallest, heightOf(size, text, matrix));
    else if (operator === 'Do')
      smallest = Math.min(smallest, smallestGlyphIn(file, forms.get(resourceName(operation)), matrix));
  }
  return smallest;
}
