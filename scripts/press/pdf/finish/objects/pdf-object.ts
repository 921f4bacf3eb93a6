/** Any object of ISO 32000-1, 7.3. Values are never changed in place: a changed object is a new one. */
export type PdfObject =
  null | boolean | number | Name | PdfString | Reference | readonly PdfObject[] | Dictionary | Stream;

/** A dictionary (7.3.7); its keys are names without the solidus. */
export type Dictionary = ReadonlyMap<string, PdfObject>;

/** A name (7.3.5), one character per byte, `#xx` already decoded. */
export class Name {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

/** A string (7.3.4), one character per byte. For text see `text-string.ts`. */
export class PdfString {
  readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** An indirect reference (7.3.10). Generations are always 0 in files that Skia writes and that we write. */
export class Reference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** A stream (7.3.8): `data` is encoded as the dictionary's Filter says. Length is the writer's business. */
export class Stream {
  readonly dictionary: Dictionary;
  readonly data: Uint8Array;

  constructor(dictionary: Dictionary, data: Uint8Array) {
    this.dictionary = dictionary;
    this.data = data;
  }
}

/** A dictionary from an object literal; undefined entries are left out. */
export function dictionary(entries: Readonly<Record<string, PdfObject | undefined>>): Dictionary {
  return new Map(Object.entries(entries).filter((entry): entry is [string, PdfObject] => entry[1] !== undefined));
}

/** A copy with the entries set; an undefined entry removes the key. */
export function extend(base: Dictionary, entries: Readonly<Record<string, PdfObject | undefined>>): Dictionary {
  const copy = new Map(base);
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

/** Whether an object is a dictionary. */
export function isDictionary(object: PdfObject): object is Dictionary {
  return object instanceof Map;
}

/** Whether an object is an array (7.3.6). */
export function isArray(object: PdfObject): object is readonly PdfObject[] {
  return Array.isArray(object);
}
