import { unexpectedPdf } from '../finish-error.ts';
import { ObjectParser } from './object-parser.ts';
import { PdfFile, type StoredObjects } from './pdf-file.ts';
import { Reference, Stream, extend, isDictionary, type PdfObject } from './pdf-object.ts';

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
  return new PdfFile(new ObjectReader(bytes, offsets), trailer);
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

/** The objects of a file, each parsed when it is asked for: who looks for page numbers needs few of them. */
class ObjectReader implements StoredObjects {
  readonly #bytes: Buffer;
  readonly #offsets: ReadonlyMap<number, number>;

  constructor(bytes: Buffer, offsets: ReadonlyMap<number, number>) {
    this.#bytes = bytes;
    this.#offsets = offsets;
  }

  keys(): MapIterator<number> {
    return this.#offsets.keys();
  }

  get(number: number): PdfObject | undefined {
    const offset = this.#offsets.get(number);
    if (offset === undefined) return undefined;
    return readIndirectObject(this.#bytes, { offset, number }, (length) => this.get(length.number));
  }
}

/**
 * The indirect object (ISO 32000-1, 7.3.10) at a byte offset; `lengthOf` finds the length of a stream that is an object of its own. Throws
 * `unexpected-pdf` where another object is there.
 */
export function readIndirectObject(
  bytes: Buffer,
  { offset, number }: { readonly offset: number; readonly number: number },
  lengthOf: (length: Reference) => PdfObject | undefined = () => undefined,
): PdfObject {
  const parser = new ObjectParser(bytes, offset);
  const header = [parser.readInteger(), parser.readInteger(), parser.readKeyword()].join(' ');
  if (header !== `${number} 0 obj`) throw unexpectedPdf(`\`${number} 0 obj\``, `\`${header}\``);
  const object = parser.readObject();
  if (!isDictionary(object) || parser.readKeyword() !== 'stream') return object;
  const start = afterLineEnd(bytes, parser.position);
  const length = object.get('Length');
  const size = length instanceof Reference ? lengthOf(length) : length;
  if (typeof size !== 'number') throw unexpectedPdf(`the length of stream ${number}`, 'none');
  return new Stream(extend(object, { Length: undefined }), bytes.subarray(start, start + size));
}

/** `stream` is followed by CR LF or LF (7.3.8.1). */
function afterLineEnd(bytes: Buffer, position: number): number {
  const start = bytes[position] === 13 ? position + 1 : position;
  return bytes[start] === 10 ? start + 1 : start;
}
