/** A text without white space, and where each of its characters was. */
export interface Squeezed {
  /** The text, NFKC; form feeds part pages. */
  readonly source: string;
  readonly letters: string;
  readonly at: readonly number[];
  /** Where each page starts in `letters`. */
  readonly pages: readonly number[];
}

/** White space, invisible characters and presentation forms say nothing; nor, where `isMirrored`, do marks that PDF readers shift. */
export function squeeze(text: string, isMirrored: boolean): Squeezed {
  const source = text.normalize('NFKC');
  const dropped = isMirrored ? /[^\p{L}\p{N}]/u : /[\s\p{Cf}]/u;
  const at: number[] = [];
  const pages = [0];
  let letters = '';
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? '';
    if (character === '\f') pages.push(letters.length);
    if (dropped.test(character)) continue;
    letters += character;
    at.push(index);
  }
  return { source, letters, at, pages };
}

/** Index of the page that a letter is on. */
export function pageOf({ pages }: Squeezed, index: number): number {
  return pages.findLastIndex((start) => start <= index);
}

/** The numbers of a text, in any digits. */
export function numbersIn(text: string): string {
  return (text.normalize('NFKC').match(/\p{Nd}+/gu) ?? []).join(' ');
}

/** White space parts numbers, so they are compared with it: `1 2` is not `12`, nor is `5` within `15`. */
export function saysNumbersOf({ source, at }: Squeezed, start: number, end: number, words: string): boolean {
  const from = at[start] ?? 0;
  const to = (at[end - 1] ?? 0) + 1;
  return numbersIn(source.slice(Math.max(0, from - 1), to + 1)) === numbersIn(words);
}

/** True where nothing else stands on the line behind a letter, or before it. */
export function endsLine({ source, at }: Squeezed, last: number): boolean {
  return /^[^\S\n\f]*(?:[\n\f]|$)/.test(source.slice((at[last] ?? 0) + 1));
}
export function startsLine({ source, at }: Squeezed, first: number): boolean {
  return /(?:^|[\n\f])[^\S\n\f]*$/.test(source.slice(0, at[first]));
}
