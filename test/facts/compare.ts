import type { Expected, Strand } from './expected.ts';
import { find } from './find.ts';
import type { PhoneNumber } from './places.ts';
import { pageOf, squeeze, type Squeezed } from './squeezed.ts';

/** A product as a reader of its kind has it. */
export interface Reading {
  /** All of it. */
  readonly text: string;
  /** Page 1 alone; null where there are no pages. */
  readonly firstPage: string | null;
  /** What links dial. */
  readonly dials: readonly string[];
  /** True where the text is in the order in which it is painted, pages parted by form feeds. */
  readonly isPainted: boolean;
  /** True where punctuation has no sure place: a PDF that was written from right to left. */
  readonly isMirrored: boolean;
}

/** Whose numbers a product may print, and which are another place's or clinic's. */
export interface Numbers {
  readonly own: readonly PhoneNumber[];
  readonly foreign: readonly PhoneNumber[];
  /** The heading of the list of sources, behind which any number may stand. */
  readonly sources: string;
}

/** What a product lacks or says wrongly, a line each; none where it says what it must. */
export function problemsOf(reading: Reading, expected: Expected, numbers: Numbers): readonly string[] {
  const { isMirrored } = reading;
  const all = squeeze(reading.text, isMirrored);
  const first = reading.firstPage === null ? null : squeeze(reading.firstPage, isMirrored);
  const problems = expected.strands.flatMap((strand) => missingFrom(all, strand, reading));
  const onFirst = first === null ? [] : missingFrom(first, expected.emergency, reading);
  problems.push(...onFirst.map((problem) => `page 1: ${problem}`));
  return [...problems, ...strayNumbers(reading, numbers)];
}

/** What a strand lacks. In painted text each layer has its own sequence, and each fact starts on the page of the one before or behind it. */
function missingFrom(text: Squeezed, { name, facts }: Strand, { isMirrored, isPainted }: Reading): string[] {
  const problems: string[] = [];
  const cursors = new Map<string, number>();
  const search = { isMirrored, mayRunOver: isPainted && name === 'sections' };
  let page = 0;
  for (const { words, where, layer } of facts) {
    const key = isPainted ? layer : '';
    const found = find(text, words, Math.max(cursors.get(key) ?? 0, text.pages[page] ?? 0), search);
    if (found === null) {
      const what = find(text, words, 0, search) === null ? 'missing' : 'out of sequence';
      problems.push(`${name}, ${what}: ${words.join(' … ')} (${where})`);
    } else {
      cursors.set(key, found.end);
      page = pageOf(text, found.start);
    }
  }
  return problems;
}

/** Numbers of another place or clinic, printed or dialled. */
function strayNumbers({ text, dials }: Reading, { own, foreign, sources }: Numbers): readonly string[] {
  const until = text.lastIndexOf(sources);
  const before = until === -1 ? text : text.slice(0, until);
  const owned = new Set(own.flatMap(({ say, dial }) => [digitsOf(say), digitsOf(dial)]));
  const stray = foreign
    .flatMap(({ say, dial }) => [...say.matchAll(/\+?\d[\d -]*\d/g)].map(([number]) => number).concat(dial))
    .filter((number) => !owned.has(digitsOf(number)) && !own.some(({ say }) => say.includes(number)))
    .filter((number) => new RegExp(`(?<![\\d.])${number.replace(/\D+/g, '\\D{0,2}')}(?!\\d)`).test(before));
  const dialled = dials.filter((dial) => !own.some((one) => one.dial === dial));
  return [
    ...[...new Set(stray)].map((number) => `the number of another place or clinic is printed: ${number}`),
    ...dialled.map((dial) => `the number of another place or clinic is dialled: ${dial}`),
  ];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
