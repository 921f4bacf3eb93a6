import type { Kind, Range, Siblings, Spot } from './spots.ts';

/** A piece of a file to replace. */
export interface Edit extends Range {
  readonly file: string;
  readonly text: string;
}

/** What is done to a spot. */
export type Change = 'delete' | 'swap' | 'digit';

/** A small harm done to the content: one that a slip of the hand or a bad merge could do. */
export interface Mutant {
  readonly kind: Kind;
  readonly change: Change;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What was done, in words. */
  readonly what: string;
  readonly edits: readonly Edit[];
}

/** Texts by path within the content folder. */
export type Texts = ReadonlyMap<string, string>;

/** Each spot deleted, swapped with the next sibling, and each of its digits deleted, changed and swapped; each harm once. */
export function mutantsOf(groups: readonly Siblings[], texts: Texts): readonly Mutant[] {
  const seen = new Set<string>();
  const mutants: Mutant[] = [];
  for (const { kind, spots } of groups) {
    for (const [index, spot] of spots.entries()) {
      const next = spots.slice(index + 1).find(({ owner }) => owner === undefined || owner !== spot.owner);
      for (const harm of harmsOf(spot, next, texts)) {
        const name = JSON.stringify(harm.edits);
        if (seen.has(name) || harm.edits.every((edit) => written(edit, texts) === edit.text)) continue;
        seen.add(name);
        mutants.push({ kind, ...harm, ...placeOf(spot, texts), what: inWords(harm, texts) });
      }
    }
  }
  return mutants;
}

/** A text after the edits of a mutant in it. */
export function edited(file: string, text: string, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.file === file).sort((a, b) => b.start - a.start);
  return own.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

interface Harm {
  readonly change: Change;
  readonly edits: readonly Edit[];
}

function harmsOf(spot: Spot, next: Spot | undefined, texts: Texts): readonly Harm[] {
  const swapped = next === undefined ? [] : [swap(spot, next, texts, 'swap')];
  return [deletion(spot), ...swapped, ...digits(spot, texts)];
}

function deletion({ file, start, end, cut }: Spot): Harm {
  return { change: 'delete', edits: [{ file, ...(cut ?? { start, end }), text: '' }] };
}

function swap(a: Spot, b: Spot, texts: Texts, change: Change): Harm {
  const put = ({ file, start, end }: Spot, other: Spot): Edit => ({ file, start, end, text: written(other, texts) });
  return { change, edits: [put(a, b), put(b, a)] };
}

function digits(spot: Spot, texts: Texts): readonly Harm[] {
  const found = Array.from(written(spot, texts).matchAll(/\d/g), ({ 0: digit, index }) => {
    const start = spot.start + index;
    return { digit, at: { file: spot.file, start, end: start + 1 } };
  });
  return found.flatMap(({ digit, at }, index) => {
    const next = found[index + 1];
    return [
      { change: 'digit' as const, edits: [{ ...at, text: String((Number(digit) + 1) % 10) }] },
      { change: 'digit' as const, edits: [{ ...at, text: '' }] },
      ...(next === undefined ? [] : [swap(at, next.at, texts, 'digit')]),
    ];
  });
}

function written({ file, start, end }: Range & { readonly file: string }, texts: Texts): string {
  return (texts.get(file) ?? '').slice(start, end);
}

function placeOf({ file, start }: Spot, texts: Texts): Pick<Mutant, 'file' | 'line'> {
  return { file, line: (texts.get(file) ?? '').slice(0, start).split('\n').length };
}

function inWords({ change, edits }: Harm, texts: Texts): string {
  const [first, second] = edits;
  if (first === undefined) return '';
  const was = shown(written(first, texts));
  if (second !== undefined && change === 'swap') return `${was} ⇄ ${shown(first.text)}`;
  const text = texts.get(first.file) ?? '';
  const last = edits.at(-1) ?? first;
  if (change === 'delete') return `${was} deleted`;
  const from = Math.max(text.lastIndexOf('\n', first.start) + 1, first.start - 12);
  const to = last.end + 12;
  const before = text.slice(from, to).split('\n')[0] ?? '';
  const after = edited(first.file, text, edits).slice(from, to).split('\n')[0] ?? '';
  return `${shown(before)} → ${shown(after)}`;
}

function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}
