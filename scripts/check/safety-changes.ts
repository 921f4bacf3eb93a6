import type { SafetyText, SafetyTexts } from './safety-texts.ts';

/** One difference between what was accepted and what is written; null where there is nothing on that side. */
export interface SafetyChange {
  readonly group: string;
  readonly accepted: string | null;
  readonly written: SafetyText | null;
}

/** The differences, group by group; texts in another order differ. */
export function safetyChanges(
  accepted: ReadonlyMap<string, readonly string[]>,
  written: SafetyTexts,
): readonly SafetyChange[] {
  const groups = new Set([...accepted.keys(), ...written.keys()]);
  return [...groups].flatMap((group) =>
    changesIn(accepted.get(group) ?? [], written.get(group) ?? []).map((change) => ({ group, ...change })),
  );
}

type Pair = Omit<SafetyChange, 'group'>;

/** What is between lines that stayed is paired in order: first with first, the rest was added or deleted. */
function changesIn(before: readonly string[], after: readonly SafetyText[]): readonly Pair[] {
  const changes: Pair[] = [];
  let [from, to] = [0, 0];
  for (const [i, j] of [...common(before, after), [before.length, after.length] as const]) {
    for (let step = 0; from + step < i || to + step < j; step++) {
      const accepted = from + step < i ? (before[from + step] ?? null) : null;
      const written = to + step < j ? (after[to + step] ?? null) : null;
      changes.push({ accepted, written });
    }
    [from, to] = [i + 1, j + 1];
  }
  return changes;
}

/** Indices of a longest common subsequence; none where looking for one would take long. */
function common(before: readonly string[], after: readonly SafetyText[]): readonly (readonly [number, number])[] {
  if (before.length * after.length > 1e6) return [];
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from(after, () => 0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const isSame = before[i] === after[j]?.text;
      const row = lengths[i];
      if (row) row[j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]?.text) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
