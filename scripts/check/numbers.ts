/** A number in a text. */
export interface NumberFound {
  /** As written. */
  readonly written: string;
  /** In ASCII digits, `.` as decimal mark, no grouping: what two numbers are compared by. */
  readonly value: string;
  /** Index in the text, in UTF-16 code units. */
  readonly index: number;
}

/**
 * The numbers of a text in their order, in digits of any script. `decimal` is the language's decimal mark.
 * `10 to 15` and `١٠–١٥` are two numbers, `1,000` is one where the decimal mark is `.`, and two parts of one where it is `,`.
 */
export function findNumbers(text: string, decimal: string): readonly NumberFound[] {
  const marks = `[${escape(decimal)}\u066B]`;
  const groups = `[${decimal === ',' ? '.' : ','}\u066C\u00A0\u2009\u202F’]`;
  const grouped = `\\p{Nd}{1,3}(?:${groups}\\p{Nd}{3})+(?!\\p{Nd})`;
  const number = new RegExp(`(?:(${grouped}|\\p{Nd}+)(?:${marks}(\\p{Nd}+))?)?(${fraction})?`, 'gu');
  return Array.from(text.matchAll(number))
    .filter(([written]) => written !== '')
    .map(({ 0: written, 1: whole = '', 2: rest, 3: part = '', index }) => ({
      written,
      value: digits(whole) + (rest === undefined ? '' : `.${digits(rest)}`) + part,
      index,
    }));
}

/** True for digits after a Latin or Greek letter, which name something: `B12`, `COVID-19`. Other scripts put no space before a number. */
export function isPartOfName(text: string, index: number): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}][-‑]?$/u.test(text.slice(0, index));
}

/** The vulgar fractions of Unicode: ½ is a number as it stands. */
const fraction = '[¼-¾⅐-⅞]';

function escape(mark: string): string {
  return mark.replace(/[\\\]^-]/g, '\\$&');
}

function digits(text: string): string {
  return Array.from(text, (character) => (/\p{Nd}/u.test(character) ? digitValue(character) : '')).join('');
}

/** Unicode keeps decimal digits in unbroken runs of ten from zero to nine, so a digit's value is its place in its run. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
