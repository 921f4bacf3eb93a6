import type { PdfFile } from '../objects/pdf-file.ts';
import { Stream, extend } from '../objects/pdf-object.ts';
import type { Font } from './font.ts';
import { formatToUnicode } from './to-unicode.ts';

/** What ISO 14289-1, 7.21.7 forbids as the text of a glyph. */
const forbidden = new Set(['\0', '\ufeff', '\ufffe']);

/**
 * Completes a font's ToUnicode CMap (ISO 32000-1, 9.10.3). Skia leaves out glyphs that shaping made (Arabic, Indic) and explains
 * them by ActualText alone; ISO 14289-1, 7.21.7 wants every shown glyph in the CMap. What nothing explains
 * becomes U+FFFD.
 */
export function repairToUnicode(file: PdfFile, font: Font): void {
  const missing = [...font.learned].filter(([code]) => !isGood(font.texts.get(code)));
  if (missing.length === 0) return;
  const texts = new Map(font.texts);
  for (const [code, text] of missing) texts.set(code, isGood(text) ? text : '\ufffd');
  const data = Buffer.from(formatToUnicode(texts, font.codeLength), 'latin1');
  file.set(font.reference, extend(font.dictionary, { ToUnicode: file.add(new Stream(new Map(), data)) }));
}

function isGood(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '' && !Array.from(text).some((character) => forbidden.has(character));
}
