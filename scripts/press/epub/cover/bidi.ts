import type { Direction } from '../../../model.ts';

/** Text of one direction, in logical order, ready for shaping. */
export interface Run {
  readonly text: string;
  readonly direction: Direction;
}

/**
 * Cuts a line into runs and puts them in the order they stand from left to right: the Unicode Bidirectional Algorithm
 * (UAX #9) without embeddings and isolates, which a title does not need. Brackets in right-to-left runs are mirrored.
 */
export function orderRuns(line: string, direction: Direction): readonly Run[] {
  const characters = [...line.replace(controls, '')];
  const base = direction === 'rtl' ? 1 : 0;
  const levels = resolveLevels(characters, base);
  return reorder(cut(characters, levels)).map(({ text, level }) =>
    level % 2 === 1 ? { text: mirror(text), direction: 'rtl' } : { text, direction: 'ltr' },
  );
}

type Kind = 'left' | 'right' | 'number' | 'neutral';

interface Level {
  readonly text: string;
  readonly level: number;
}

function resolveLevels(characters: readonly string[], base: number): readonly number[] {
  const kinds = resolveNeutrals(resolveNumbers(characters), base);
  return kinds.map((kind) => (kind === 'right' ? 1 : kind === 'number' || base === 1 ? 2 : 0));
}

/** W1 to W7: marks follow their letter, signs within or beside a number are part of it, numbers after Latin are Latin. */
function resolveNumbers(characters: readonly string[]): Kind[] {
  const kinds: Kind[] = [];
  for (const [index, character] of characters.entries()) {
    const before = kinds[index - 1];
    const isMark = /\p{M}/u.test(character);
    kinds.push(isMark && before !== undefined ? before : kindOf(character));
  }
  let strong: Kind = 'neutral';
  return kinds.map((kind, index) => {
    const character = characters[index] ?? '';
    const beside = [kinds[index - 1], kinds[index + 1]];
    const separates = /[.,:/+\-٫٬]/.test(character) && beside.every((other) => other === 'number');
    const belongs = /[%٪°#$€£]/.test(character) && beside.includes('number');
    if (kind === 'left' || kind === 'right') strong = kind;
    if (kind !== 'number' && !separates && !belongs) return kind;
    return strong === 'left' ? 'left' : 'number';
  });
}

/** N1 and N2: what stands between two of one direction takes it, the rest takes the line's. Numbers count as right. */
function resolveNeutrals(kinds: readonly Kind[], base: number): readonly Kind[] {
  const own: Kind = base === 1 ? 'right' : 'left';
  const side = (kind: Kind | undefined) => (kind === undefined ? own : kind === 'number' ? 'right' : kind);
  return kinds.map((kind, index) => {
    if (kind !== 'neutral') return kind;
    const before = side(kinds.slice(0, index).findLast((other) => other !== 'neutral'));
    const after = side(kinds.slice(index).find((other) => other !== 'neutral'));
    return before === after ? before : own;
  });
}

function kindOf(character: string): Kind {
  if (/\p{Nd}/u.test(character)) return 'number';
  if (/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(character)) {
    return /\p{L}/u.test(character) ? 'right' : 'neutral';
  }
  return /\p{L}/u.test(character) ? 'left' : 'neutral';
}

function cut(characters: readonly string[], levels: readonly number[]): Level[] {
  const runs: Level[] = [];
  for (const [index, text] of characters.entries()) {
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) runs[runs.length - 1] = { text: last.text + text, level };
    else runs.push({ text, level });
  }
  return runs;
}

/** L2: from the highest level down to the lowest odd one, each sequence at that level or above is reversed. */
function reorder(runs: readonly Level[]): readonly Level[] {
  return [2, 1].reduce((ordered, floor) => sequences(ordered, floor).flatMap((sequence) => sequence.reverse()), runs);
}

/** Parts the runs into sequences at `floor` or above and single runs below it. */
function sequences(runs: readonly Level[], floor: number): Level[][] {
  const parts: Level[][] = [];
  for (const run of runs) {
    const last = parts.at(-1);
    if (last !== undefined && run.level >= floor && last.every(({ level }) => level >= floor)) last.push(run);
    else parts.push([run]);
  }
  return parts;
}

/** L4. */
function mirror(text: string): string {
  return text.replace(/[()[\]{}<>«»‹›]/g, (bracket) => mirrored[bracket] ?? bracket);
}

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** Marks, embeddings and isolates: they have no outline. */
const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
