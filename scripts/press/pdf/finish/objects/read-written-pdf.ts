import { unexpectedPdf } from '../finish-error.ts';
import { ObjectParser } from './object-parser.ts';
import { PdfFile, required } from './pdf-file.ts';
import { Stream, type Dictionary, type PdfObject } from './pdf-object.ts';
import { readIndirectObject } from './read-pdf.ts';

/** Bytes of the three fields of an entry, as `writePdf` writes them (ISO 32000-1, 7.5.8.2). */
const widths = [1, 4, 2] as const;
const entryLength = 7;

/**
 * Reads a PDF file as `writePdf` writes it: one cross-reference stream (ISO 32000-1, 7.5.8), objects in object streams
 * (7.5.7), no encryption, no updates. Throws `unexpected-pdf` for anything else.
 */
export function readWrittenPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const start = bytes.lastIndexOf('startxref');
  if (start < 0) throw unexpectedPdf('`startxref`', 'a file without it');
  const offset = new ObjectParser(bytes, start + 'startxref'.length).readInteger();
  const number = new ObjectParser(bytes, offset).readInteger();
  const references = readIndirectObject(bytes, { offset, number });
  if (!(references instanceof Stream)) throw unexpectedPdf('a cross-reference stream', 'something else');
  const { dictionary } = references;
  const empty = new PdfFile(new Map(), dictionary);
  const found = empty.items(dictionary.get('W')).join(' ');
  if (found !== widths.join(' ') || dictionary.has('Index') || dictionary.has('Prev') || dictionary.has('Encrypt'))
    throw unexpectedPdf('a file of our own writer', `fields ${found}`);
  return new PdfFile(readObjects(bytes, Buffer.from(empty.decode(references))), trailerOf(dictionary));
}

/** A cross-reference stream's dictionary is the trailer, too (7.5.8.2). */
function trailerOf(dictionary: Dictionary): Dictionary {
  return new Map([...dictionary].filter(([key]) => key === 'Root' || key === 'Info'));
}

function readObjects(bytes: Buffer, table: Buffer): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const packed = new Set<number>();
  for (let number = 0; (number + 1) * entryLength <= table.length; number += 1) {
    const type = table.readUInt8(number * entryLength);
    const field = table.readUInt32BE(number * entryLength + 1);
    if (type === 1) objects.set(number, readIndirectObject(bytes, { offset: field, number }));
    if (type === 2) packed.add(field);
  }
  for (const number of packed) {
    for (const [inner, object] of unpack(objects, number)) objects.set(inner, object);
    objects.delete(number);
  }
  return objects;
}

/** The objects of an object stream: pairs of number and offset, then the objects (7.5.7). */
function unpack(objects: ReadonlyMap<number, PdfObject>, number: number): readonly (readonly [number, PdfObject])[] {
  const file = new PdfFile(objects, new Map());
  const stream = required(file.stream(objects.get(number)), 'an object stream');
  const bytes = Buffer.from(file.decode(stream));
  const count = required(file.number(stream.dictionary.get('N')), 'N of an object stream');
  const first = required(file.number(stream.dictionary.get('First')), 'First of an object stream');
  const head = new ObjectParser(bytes);
  return Array.from({ length: count }, () => {
    const inner = head.readInteger();
    return [inner, new ObjectParser(bytes, first + head.readInteger()).readObject()] as const;
  });
}
