import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import { formatObject, sortedEntries } from './format-object.ts';
import type { PdfFile } from './pdf-file.ts';
import {
  Name,
  Reference,
  Stream,
  extend,
  isArray,
  isDictionary,
  type Dictionary,
  type PdfObject,
} from './pdf-object.ts';

/** Objects in one object stream: more compress better, fewer let a reader skip more. */
const objectsPerStream = 400;

/**
 * Writes a PDF 1.7 file in one canonical way, so that equal content gives equal bytes: objects are numbered by
 * their first mention from the trailer on and what nothing mentions is left out; everything but streams goes into object streams
 * (ISO 32000-1, 7.5.7) under a cross-reference stream (7.5.8); every Flate stream is compressed anew; the file
 * identifier (14.4) is a hash of the body. `trailer` holds Root and Info.
 */
export function writePdf(file: PdfFile, trailer: Dictionary): Uint8Array {
  const { numbers, objects } = numberObjects(file, trailer);
  const renumber = (reference: Reference): number => numbers.get(reference.number) ?? 0;
  const body = new Body();
  const packed: { readonly number: number; readonly text: string }[] = [];
  for (const [index, object] of objects.entries()) {
    const number = index + 1;
    if (object instanceof Stream) {
      const { dictionary, data } = compress(file, object);
      body.putStream(number, formatObject(extend(dictionary, { Length: data.length }), renumber), data);
    } else packed.push({ number, text: formatObject(object, renumber) });
  }
  let next = objects.length + 1;
  for (let start = 0; start < packed.length; start += objectsPerStream) {
    body.putObjectStream(next, packed.slice(start, start + objectsPerStream));
    next += 1;
  }
  return body.close(next, formatObject(trailer, renumber));
}

/** New object numbers by old number, and the objects in their new order, from 1. */
function numberObjects(
  file: PdfFile,
  trailer: Dictionary,
): { numbers: ReadonlyMap<number, number>; objects: readonly PdfObject[] } {
  const numbers = new Map<number, number>();
  const objects: PdfObject[] = [];
  const visit = (object: PdfObject): void => {
    if (object instanceof Reference) {
      if (numbers.has(object.number)) return;
      objects.push(file.resolve(object));
      numbers.set(object.number, objects.length);
    } else if (isArray(object)) object.forEach(visit);
    else if (isDictionary(object)) for (const [, value] of sortedEntries(object)) visit(value);
    else if (object instanceof Stream) visit(object.dictionary);
  };
  visit(trailer);
  // The array grows while it is walked: breadth first, so depth of the structure tree does not matter.
  for (const object of objects) visit(object);
  return { numbers, objects };
}

/**
 * Flate data is decoded and compressed again by fflate, whose output is the same on every machine (zlib's is not);
 * other filters (DCTDecode) are left alone. XMP stays plain, so that tools that know no PDF find it (14.3.2).
 */
function compress(file: PdfFile, stream: Stream): Stream {
  const { dictionary } = stream;
  const filter = file.resolve(dictionary.get('Filter'));
  const isPlain = filter === null;
  const isFlate = filter instanceof Name && filter.value === 'FlateDecode' && !dictionary.has('DecodeParms');
  if ((!isPlain && !isFlate) || file.name(dictionary.get('Type')) === 'Metadata') return stream;
  const plain = file.decode(stream);
  const compressed = deflate(plain);
  if (compressed.length + '/Filter/FlateDecode'.length >= plain.length) {
    return new Stream(extend(dictionary, { Filter: undefined }), plain);
  }
  return new Stream(extend(dictionary, { Filter: new Name('FlateDecode') }), compressed);
}

function deflate(data: Uint8Array): Uint8Array {
  return zlibSync(data, { level: 4, mem: 5 });
}

/** One entry of a cross-reference stream (table 18): type and two fields. */
type Entry = readonly [type: 0 | 1 | 2, first: number, second: number];

class Body {
  readonly #parts: Uint8Array[] = [];
  readonly #entries: Entry[] = [[0, 0, 65535]];
  #length = 0;

  constructor() {
    this.#put('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  putStream(number: number, dictionary: string, data: Uint8Array): void {
    this.#entries[number] = [1, this.#length, 0];
    this.#put(`${number} 0 obj\n${dictionary}\nstream\n`);
    this.#put(data);
    this.#put('\nendstream\nendobj\n');
  }

  putObjectStream(number: number, objects: readonly { readonly number: number; readonly text: string }[]): void {
    let head = '';
    let text = '';
    for (const [index, object] of objects.entries()) {
      head += `${object.number} ${text.length} `;
      text += `${object.text}\n`;
      this.#entries[object.number] = [2, number, index];
    }
    const data = deflate(Buffer.from(head + text, 'latin1'));
    const dictionary = `<</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>`;
    this.putStream(number, dictionary, data);
  }

  /** Writes the cross-reference stream; gives the whole file. */
  close(number: number, trailer: string): Uint8Array {
    const start = this.#length;
    const id = this.#hash();
    this.#entries[number] = [1, start, 0];
    const data = deflate(encodeEntries(this.#entries));
    const rest = `/ID[<${id}><${id}>]/Filter/FlateDecode/Length ${data.length}`;
    const own = `/Type/XRef/Size ${number + 1}/W[1 4 2]${rest}`;
    this.putStream(number, trailer.replace(/>>$/, `${own}>>`), data);
    this.#put(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }

  #put(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  #hash(): string {
    const hash = createHash('sha256');
    for (const part of this.#parts) hash.update(part);
    return hash.digest('hex').slice(0, 32);
  }
}

/** Fields of 1, 4 and 2 bytes; the zeros cost nothing once compressed. */
function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const bytes = Buffer.alloc(entries.length * 7);
  for (const [index, [type, first, second]] of entries.entries()) {
    bytes.writeUInt8(type, index * 7);
    bytes.writeUInt32BE(first, index * 7 + 1);
    bytes.writeUInt16BE(second, index * 7 + 5);
  }
  return bytes;
}
