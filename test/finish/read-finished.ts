import { inflateSync } from 'node:zlib';
import { ObjectParser } from '../../scripts/press/pdf/finish/objects/object-parser.ts';
import { PdfFile } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import {
  Stream,
  isDictionary,
  type Dictionary,
  type PdfObject,
} from '../../scripts/press/pdf/finish/objects/pdf-object.ts';

/** A structure element as text: type, attributes that matter, children; content is its number of marks. */
export interface Outline {
  readonly type: string;
  readonly entries: Dictionary;
  readonly children: readonly Outline[];
}

/** Reads a finished file back by its cross-reference stream and object streams, which the finisher's own reader does not know. */
export function readFinished(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf);
  const start = new ObjectParser(bytes, bytes.lastIndexOf('startxref') + 'startxref'.length).readInteger();
  const xref = readStreamAt(bytes, start);
  const table = inflateSync(xref.data);
  const objects = new Map<number, PdfObject>();
  const packed: { number: number; container: number; index: number }[] = [];
  for (let number = 0; number * 7 < table.length; number += 1) {
    const [type, first, second] = [
      table.readUInt8(number * 7),
      table.readUInt32BE(number * 7 + 1),
      table.readUInt16BE(number * 7 + 5),
    ];
    if (type === 1) objects.set(number, readStreamAt(bytes, first));
    if (type === 2) packed.push({ number, container: first, index: second });
  }
  for (const { number, container, index } of packed) objects.set(number, unpack(objects.get(container) ?? null, index));
  return new PdfFile(objects, xref.dictionary);
}

/** The structure tree, for comparing. */
export function structureOf(file: PdfFile): Outline {
  const catalog = file.dictionary(file.trailer.get('Root'));
  const root = file.dictionary(catalog?.get('StructTreeRoot'));
  const read = (object: PdfObject | undefined): readonly Outline[] => {
    const entries = file.resolve(object);
    if (entries === null || !isDictionary(entries) || !entries.has('S')) return [];
    return [{ type: file.name(entries.get('S')) ?? '', entries, children: file.items(entries.get('K')).flatMap(read) }];
  };
  const [document] = read(root?.get('K'));
  if (!document) throw new Error('Unexpected file without a structure tree');
  return document;
}

/** `L(LI(Lbl LBody) …)` */
export function shapeOf({ type, children }: Outline): string {
  return children.length > 0 ? `${type}(${children.map(shapeOf).join(' ')})` : type;
}

/** All elements of a type, in reading order. */
export function elementsOfType(outline: Outline, type: string): readonly Outline[] {
  const own = outline.type === type ? [outline] : [];
  return [...own, ...outline.children.flatMap((child) => elementsOfType(child, type))];
}

function readStreamAt(bytes: Buffer, offset: number): Stream {
  const parser = new ObjectParser(bytes, offset);
  parser.readInteger();
  parser.readInteger();
  parser.readKeyword();
  const dictionary = parser.readObject();
  const length = dictionary !== null && isDictionary(dictionary) ? dictionary.get('Length') : null;
  if (dictionary === null || !isDictionary(dictionary) || typeof length !== 'number')
    throw new Error('Expected a stream');
  if (parser.readKeyword() !== 'stream') throw new Error('Expected a stream');
  return new Stream(dictionary, bytes.subarray(parser.position + 1, parser.position + 1 + length));
}

function unpack(container: PdfObject, index: number): PdfObject {
  if (!(container instanceof Stream)) throw new Error('Expected an object stream');
  const data = Buffer.from(inflateSync(container.data));
  const head = new ObjectParser(data);
  let offset = 0;
  for (let entry = 0; entry <= index; entry += 1) {
    head.readInteger();
    offset = head.readInteger();
  }
  const first = container.dictionary.get('First');
  return new ObjectParser(data, offset + (typeof first === 'number' ? first : 0)).readObject();
}
