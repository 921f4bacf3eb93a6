/** One operation of a content stream (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly operator: string;
  /** The operands as they are written, together: a page has some ten thousand, of which few are looked at. */
  readonly source: string;
}

/** Operators that begin or continue a path (8.5.2). */
export const pathOperators: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);

/** Operators that paint a path (8.5.3). */
export const paintOperators: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);

/** Operators that make a path clip (8.5.4); a painting operator, often `n`, follows. */
export const clipOperators: ReadonlySet<string> = new Set(['W', 'W*']);

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;

/** The operands as numbers (7.3.3); what is no number parts them. */
export function numbersOf({ source }: Operation): readonly number[] {
  const numbers: number[] = [];
  let position = 0;
  while (position < source.length) {
    const start = position;
    let digits = 0;
    let decimals = 0;
    let isFraction = false;
    let count = 0;
    if (source.charCodeAt(position) === minus) position += 1;
    for (; position < source.length; position += 1) {
      const code = source.charCodeAt(position);
      if (code === point && !isFraction) isFraction = true;
      else if (code >= zero && code <= zero + 9) {
        digits = digits * 10 + (code - zero);
        count += 1;
        if (isFraction) decimals += 1;
      } else break;
    }
    // Up to 15 digits and their power of ten are exact, and so is one division.
    if (count > 15) numbers.push(Number(source.slice(start, position)));
    else if (count > 0) numbers.push(((source.charCodeAt(start) === minus ? -1 : 1) * digits) / 10 ** decimals);
    if (position === start || count === 0) position += 1;
  }
  return numbers;
}

/** A resource's name, without the solidus: the first operand. */
export function resourceName({ source }: Operation): string {
  const end = source.indexOf(' ');
  return source.slice(1, end < 0 ? source.length : end);
}

/** The size that a `Tf` operation sets, in text space. */
export function fontSizeOf({ source }: Operation): number {
  return Number(source.slice(source.indexOf(' ') + 1));
}
