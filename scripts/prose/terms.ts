/** A term as it stands in a text. */
export interface TermFound {
  /** As written. */
  readonly written: string;
  /** Index in the text, in UTF-16 code units. */
  readonly index: number;
}

/** The terms of a list that stand in a text as whole words, in any case; the longest where several fit. */
export function findTerms(text: string, terms: readonly string[]): readonly TermFound[] {
  return Array.from(text.matchAll(patternOf(terms)), ({ 0: written, index }) => ({ written, index }));
}

/** The text with something else in place of each term of a list. */
export function replaceTerms(text: string, terms: readonly string[], by: string): string {
  return text.replace(patternOf(terms), by);
}

/** A list is looked for in many texts. */
const patterns = new WeakMap<readonly string[], RegExp>();

function patternOf(terms: readonly string[]): RegExp {
  const pattern = patterns.get(terms) ?? compile(terms);
  patterns.set(terms, pattern);
  return pattern;
}

function compile(terms: readonly string[]): RegExp {
  const longestFirst = terms.toSorted((a, b) => b.length - a.length).map(escape);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'giu');
}

function escape(term: string): string {
  return term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]");
}
