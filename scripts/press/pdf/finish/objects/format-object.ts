import { Name, PdfString, Reference, isArray, isDictionary, type PdfObject } from './pdf-object.ts';

/**
 * An object in PDF syntax (ISO 32000-1, 7.3), one character per byte, always the same for the same object: keys sorted,
 * numbers with at most five decimals, no needless space. Streams are the writer's business.
 */
export function formatObject(object: PdfObject, renumber: (reference: Reference) => number): string {
  const format = (value: PdfObject): string => {
    if (typeof value === 'number') return formatNumber(value);
    if (value instanceof Name) return formatName(value.value);
    if (value instanceof PdfString) return formatString(value.bytes);
    if (value instanceof Reference) return `${renumber(value)} 0 R`;
    if (isArray(value)) return `[${value.map(format).join(' ')}]`;
    if (value === null || typeof value === 'boolean') return String(value);
    if (!isDictionary(value)) throw new Error('Unexpected stream inside an object, expected a reference to it');
    return `<<${sortedEntries(value).map(entry).join('')}>>`;
  };
  const entry = ([key, value]: readonly [string, PdfObject]): string => {
    const text = format(value);
    return `${formatName(key)}${/^[/<([]/.test(text) ? '' : ' '}${text}`;
  };
  return format(object);
}

/** Entries in the order of their keys. */
export function sortedEntries(entries: ReadonlyMap<string, PdfObject>): readonly (readonly [string, PdfObject])[] {
  const keys = [...entries.keys()].sort();
  return keys.map((key) => [key, entries.get(key) ?? null]);
}

/** A number with at most five decimals (Annex C.2 allows about that precision), shortest form: `.5`, `-3`. */
export function formatNumber(number: number): string {
  if (Number.isInteger(number)) return String(number);
  const trimmed = number.toFixed(5).replace(/\.?0+$/, '');
  if (trimmed === '-0') return '0';
  return trimmed.replace(/^(-?)0\./, '$1.');
}

function formatName(value: string): string {
  if (/^\w+$/.test(value)) return `/${value}`;
  return `/${value.replace(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, (character) => `#${hex(character)}`)}`;
}

function formatString(bytes: string): string {
  if (/[^\x20-\x7e]/.test(bytes)) return `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0');
}
