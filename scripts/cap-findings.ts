import { byPlace, type Finding } from './findings.ts';

/** Most findings of one rule that are printed for one file. */
const mostAlike = 20;
/** Most letters of a message that are printed. */
const mostLetters = 600;

/**
 * Findings as a person can read them, by place: of each rule the first twenty in a file, then one that says how many
 * more there are; long messages are cut. `--json` has them all.
 */
export function capFindings(findings: readonly Finding[]): readonly Finding[] {
  const alike = new Map<string, Finding[]>();
  for (const one of findings.toSorted(byPlace)) {
    const key = `${one.rule} ${one.file}`;
    const own = alike.get(key) ?? [];
    own.push(one);
    alike.set(key, own);
  }
  return [...alike.values()].flatMap(firstOf).toSorted(byPlace);
}

function firstOf(alike: readonly Finding[]): readonly Finding[] {
  const shown = alike.slice(0, mostAlike).map(shortened);
  const next = alike[mostAlike];
  if (next === undefined) return shown;
  const message = `Unexpected ${alike.length - mostAlike} more of these from here on, expected none: mend those above first, or see all with --json`;
  return [...shown, { ...next, message }];
}

function shortened(one: Finding): Finding {
  if (one.message.length <= mostLetters) return one;
  const end = one.message.slice(0, mostLetters).replace(/[\uD800-\uDBFF]$/, '');
  return { ...one, message: `${end}…` };
}
