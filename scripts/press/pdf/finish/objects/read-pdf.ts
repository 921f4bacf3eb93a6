import { unexpectedPdf } from '../finish-error.ts';
import { ObjectParser } from './object-parser.ts';
import { PdfFile } from './pdf-file.ts';
import { Reference, Stream, extend, isDictionary, type Dictionary, type PdfObject } from './pdf-object.ts';

/**
 * Reads a PDF file as Skia writes it: one classic cross-reference table (ISO 32000-1, 7.5.4), no encryption,
 * no updates, no object streams. Throws `unexpected-pdf` for anything else.
 */
export function readPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const start = bytes.lastIndexOf('startxref');
  if (start < 0) throw unexpectedPdf('`startxref`', 'a file without it');
  const parser = new ObjectParser(bytes, new ObjectParser(bytes, start + 'startxref'.length).readInteger());
  const offsets = readCrossReferences(parser);
  const trailer = parser.readObject();
  if (!isDictionary(trailer)) throw unexpectedPdf('a trailer dictionary', 'something else');
  if (trailer.has('Encrypt') || trailer.has('Prev')) throw unexpectedPdf('a plain file', 'encryption or an update');
  return new PdfFile(readObjects(bytes, offsets), trailer);
}

/** Byte offsets of the objects in use, by object number. */
function readCrossReferences(parser: ObjectParser): ReadonlyMap<number, number> {
  const keyword = parser.readKeyword();
  if (keyword !== 'xref') throw unexpectedPdf('a cross-reference table', `\`${keyword}\``);
  const offsets = new Map<number, number>();
  for (;;) {
    const first = parser.readKeyword();
    if (first === 'trailer') return offsets;
    if (!/^\d+$/.test(first)) throw unexpectedPdf('a cross-reference section', `\`${first}\``);
    const count = parser.readInteger();
    for (let index = 0; index < count; index += 1) {
      const offset = parser.readInteger();
      const generation = parser.readInteger();
      if (parser.readKeyword() !== 'n') continue;
      if (generation !== 0) throw unexpectedPdf('generation 0', `generation ${generation}`);
      offsets.set(Number(first) + index, offset);
    }
  }
}

function readObjects(bytes: Buffer, offsets: ReadonlyMap<number, number>): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const streams: { number: number; dictionary: Dictionary; start: number }[] = [];
  for (const [number, offset] of offsets) {
    const parser = new ObjectParser(bytes, offset);
    const header = [parser.readInteger(), parser.readInteger(), parser.readKeyword()].join(' ');
    if (header !== `${number} 0 obj`) throw unexpectedPdf(`\`${number} 0 obj\``, `\`${header}\``);
    const object = parser.readObject();
    objects.set(number, object);
    if (isDictionary(object) && parser.readKeyword() === 'stream') {
      streams.push({ number, dictionary: object, start: afterLineEnd(bytes, parser.position) });
    }
  }
  // Only now: a Length may be an indirect object.
  for (const { number, dictionary, start } of streams) {
    const length = dictionary.get('Length');
    const size = length instanceof Reference ? objects.get(length.number) : length;
    if (typeof size !== 'number') throw unexpectedPdf(`the length of stream ${number}`, 'none');
    objects.set(number, new Stream(extend(dictionary, { Length: undefined }), bytes.subarray(start, start + size)));
  }
  return objects;
}

/** `stream` is followed by CR LF or LF (7.3.8.1). */
function afterLineEnd(bytes: Buffer, position: number): number {
  const start = bytes[position] === 13 ? position + 1 : position;
  return bytes[start] === 10 ? start + 1 : start;
}
