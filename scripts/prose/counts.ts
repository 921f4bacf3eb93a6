import type { PlainLanguage } from './plain-language.ts';

/** A number with what it counts. */
export interface CountFound {
  /** As written: `two minutes`. */
  readonly written: string;
  /** What two are compared by: `2 minute`. */
  readonly value: string;
  readonly inDigits: boolean;
  /** Index in the text, in UTF-16 code units. */
  readonly index: number;
}

/** The numbers of a text that count something, in digits or in words. */
export function countsIn(text: string, { numbers, units }: PlainLanguage): readonly CountFound[] {
  const number = `\\d+|${[...numbers.keys()].join('|')}`;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.,-])(${number})\\s+(${units.join('|')})s?(?!\\p{L})`, 'giu');
  return Array.from(text.matchAll(pattern), ({ 0: written, 1: first = '', 2: unit = '', index }) => {
    const digits = numbers.get(first.toLowerCase());
    return { written, value: `${digits ?? first} ${unit.toLowerCase()}`, inDigits: digits === undefined, index };
  });
}
