import { inflateSync } from 'node:zlib';
import { unexpectedPdf } from '../finish-error.ts';
import {
  Name,
  PdfString,
  Reference,
  Stream,
  isArray,
  isDictionary,
  type Dictionary,
  type PdfObject,
} from './pdf-object.ts';
import { readTextString } from './text-string.ts';

/** Where objects come from: all of them at once, or each when it is asked for. */
export type StoredObjects = Pick<ReadonlyMap<number, PdfObject>, 'get' | 'keys'>;

/**
 * The body of a PDF file: indirect objects by number, and the trailer. Objects are added and replaced, never changed in place.
 * The readers named after a type resolve references, give null for what is absent, and throw `unexpected-pdf` for another type.
 */
export class PdfFile {
  /** As read: Root, and Info if there is one. */
  readonly trailer: Dictionary;
  /** What was added, replaced or read so far. */
  readonly #objects = new Map<number, PdfObject>();
  readonly #stored: StoredObjects;
  #next: number;

  constructor(stored: StoredObjects, trailer: Dictionary) {
    this.#stored = stored;
    this.#next = 1;
    for (const number of stored.keys()) this.#next = Math.max(this.#next, number + 1);
    this.trailer = trailer;
  }

  /** Adds an indirect object. */
  add(object: PdfObject): Reference {
    const reference = new Reference(this.#next);
    this.#next += 1;
    this.#objects.set(reference.number, object);
    return reference;
  }

  /** Replaces an indirect object. */
  set(reference: Reference, object: PdfObject): void {
    this.#objects.set(reference.number, object);
  }

  /** The object itself, or what the reference leads to; null for what does not exist (7.3.10). */
  resolve(object: PdfObject | undefined): PdfObject {
    let found = object ?? null;
    while (found instanceof Reference) found = this.#object(found.number);
    return found;
  }

  #object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const stored = this.#stored.get(number) ?? null;
    this.#objects.set(number, stored);
    return stored;
  }

  dictionary(object: PdfObject | undefined): Dictionary | null {
    const found = this.resolve(object);
    if (found === null || isDictionary(found)) return found;
    throw unexpectedPdf('a dictionary', describe(found));
  }

  array(object: PdfObject | undefined): readonly PdfObject[] | null {
    const found = this.resolve(object);
    if (found === null || isArray(found)) return found;
    throw unexpectedPdf('an array', describe(found));
  }

  /** The items of an array; one object stands for an array of itself, nothing for an empty one. Items are not resolved. */
  items(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.resolve(object);
    if (found === null) return [];
    return isArray(found) ? found : [object ?? null];
  }

  stream(object: PdfObject | undefined): Stream | null {
    const found = this.resolve(object);
    if (found === null || found instanceof Stream) return found;
    throw unexpectedPdf('a stream', describe(found));
  }

  number(object: PdfObject | undefined): number | null {
    const found = this.resolve(object);
    if (found === null || typeof found === 'number') return found;
    throw unexpectedPdf('a number', describe(found));
  }

  /** The value of a name. */
  name(object: PdfObject | undefined): string | null {
    const found = this.resolve(object);
    if (found === null) return null;
    if (found instanceof Name) return found.value;
    throw unexpectedPdf('a name', describe(found));
  }

  /** The text of a text string. */
  text(object: PdfObject | undefined): string | null {
    const found = this.resolve(object);
    if (found === null) return null;
    if (found instanceof PdfString) return readTextString(found);
    throw unexpectedPdf('a string', describe(found));
  }

  /** The bytes of a stream, decoded; FlateDecode without parameters is the one filter known. */
  decode({ dictionary, data }: Stream): Uint8Array {
    const filters = this.items(dictionary.get('Filter')).map((filter) => this.name(filter));
    if (filters.length === 0) return data;
    if (filters.join() === 'FlateDecode' && !dictionary.has('DecodeParms')) return inflateSync(data);
    throw unexpectedPdf('FlateDecode without parameters', `filter ${filters.join()}`);
  }
}

/** The value, or `unexpected-pdf` if it is absent. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw unexpectedPdf(what, 'nothing');
  return value;
}

function describe(object: PdfObject): string {
  return object === null ? 'null' : typeof object === 'object' ? object.constructor.name : `${typeof object} ${object}`;
}
