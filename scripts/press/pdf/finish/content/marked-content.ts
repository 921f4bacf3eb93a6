import { unexpectedPdf } from '../finish-error.ts';
import { ObjectParser } from '../objects/object-parser.ts';
import { PdfString, isDictionary } from '../objects/pdf-object.ts';
import { readTextString } from '../objects/text-string.ts';
import type { Operation } from './operation.ts';
import { operandsOf } from './tokenize-content.ts';

/** What a BMC or BDC operation begins (ISO 32000-1, 14.6). */
export interface MarkedContent {
  /** `Artifact`, `Span`, `ReversedChars`, or a structure type. */
  readonly tag: string;
  /** Null where the sequence is not content of a structure element. */
  readonly mcid: number | null;
  /** Replacement text (14.9.4), or null. */
  readonly actualText: string | null;
}

/** Reads what a BMC or BDC operation begins; null for every other operation. */
export function readMarkedContent(operation: Operation): MarkedContent | null {
  const { operator } = operation;
  if (operator !== 'BMC' && operator !== 'BDC') return null;
  const [tag = '/', properties] = operandsOf(operation);
  if (properties === undefined) return { tag: tag.slice(1), mcid: null, actualText: null };
  const list = new ObjectParser(Buffer.from(properties, 'latin1')).readObject();
  if (!isDictionary(list)) throw unexpectedPdf('a property list in the content stream', properties);
  const mcid = list.get('MCID');
  const actualText = list.get('ActualText');
  return {
    tag: tag.slice(1),
    mcid: typeof mcid === 'number' ? mcid : null,
    actualText: actualText instanceof PdfString ? readTextString(actualText) : null,
  };
}
