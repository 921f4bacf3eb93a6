import type { Words } from './plain-text.ts';
import { endsLine, pageOf, saysNumbersOf, squeeze, startsLine, type Squeezed } from './squeezed.ts';

/** A stretch of squeezed text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How strictly words are looked for. */
export interface Search {
  /** Punctuation has no sure place, and letters may be told as a bag. */
  readonly isMirrored: boolean;
  /** Words may run on to the next page, where other words are painted between. */
  readonly mayRunOver: boolean;
}

/** Room for the number of a source or of a page between two runs of words, in characters. */
const widestGap = 40;

/** Where a fact is, at `from` or behind it: all its words, the same numbers; null where it is not. */
export function find(text: Squeezed, [first = '', ...rest]: Words, from: number, search: Search): Span | null {
  for (const span of places(text, first, from, search)) {
    let end: number | null = span.end;
    for (const run of rest) {
      if (end === null) break;
      end = follow(text, run, end, search);
    }
    if (end !== null) return { start: span.start, end };
  }
  return null;
}

/** Where a run of words ends that follows closely, or on the next page; null where none does. */
function follow(text: Squeezed, run: string, from: number, search: Search): number | null {
  for (const { start, end } of places(text, run, from, search)) {
    if (start - from <= widestGap) return end;
    const turns =
      pageOf(text, start) === pageOf(text, from - 1) + 1 && startsLine(text, start) && endsLine(text, from - 1);
    if (turns && search.mayRunOver) return end;
    if (pageOf(text, start) > pageOf(text, from - 1) + 1) return null;
  }
  return null;
}

/** All places of a run of words, the surest first. */
function* places(text: Squeezed, run: string, from: number, { isMirrored, mayRunOver }: Search): Generator<Span> {
  const { letters } = squeeze(run, isMirrored);
  for (
    let start = text.letters.indexOf(letters, from);
    start !== -1;
    start = text.letters.indexOf(letters, start + 1)
  ) {
    const end = start + letters.length;
    if (saysNumbersOf(text, start, end, run)) yield { start, end };
  }
  if (isMirrored) yield* bags(text, letters, run, from);
  if (mayRunOver) yield* overPages(text, run, from, isMirrored);
}

/** Stretches with the same letters in any order: poppler tears lines of Arabic where marks stand high. */
function* bags(text: Squeezed, letters: string, run: string, from: number): Generator<Span> {
  const open = new Map<string, number>();
  let wrong = 0;
  const count = (letter: string, by: number): void => {
    const before = open.get(letter) ?? 0;
    wrong += Math.abs(before + by) - Math.abs(before);
    open.set(letter, before + by);
  };
  for (const letter of letters) count(letter, 1);
  for (let end = from; end < text.letters.length; end++) {
    count(text.letters[end] ?? '', -1);
    const start = end + 1 - letters.length;
    if (start > from) count(text.letters[start - 1] ?? '', 1);
    if (wrong === 0 && saysNumbersOf(text, start, end + 1, run)) yield { start, end: end + 1 };
  }
}

/** Places where a run of words ends a line of one page and goes on at the start of a line of the next. */
function* overPages(text: Squeezed, run: string, from: number, isMirrored: boolean): Generator<Span> {
  const words = run.split(' ');
  for (let page = pageOf(text, from); page + 1 < text.pages.length; page++) {
    const [, next = 0, behind = text.letters.length] = text.pages.slice(page);
    for (let count = words.length - 1; count > 0; count--) {
      const before = words.slice(0, count).join(' ');
      const after = words.slice(count).join(' ');
      const [one, two] = [before, after].map((part) => squeeze(part, isMirrored).letters);
      const start = text.letters.indexOf(one ?? '', Math.max(from, text.pages[page] ?? 0));
      const end = start + (one ?? '').length;
      if (start === -1 || end > next || !endsLine(text, end - 1) || !saysNumbersOf(text, start, end, before)) continue;
      for (
        let at = text.letters.indexOf(two ?? '', next);
        at !== -1 && at < behind;
        at = text.letters.indexOf(two ?? '', at + 1)
      ) {
        const to = at + (two ?? '').length;
        if (startsLine(text, at) && saysNumbersOf(text, at, to, after)) yield { start, end: to };
      }
    }
  }
}
