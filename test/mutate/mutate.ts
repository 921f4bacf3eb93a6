import path from 'node:path';
import type { Mutant } from './mutants.ts';
import { reasonFor } from './reasons.ts';
import { kinds } from './spots.ts';
import { openTrial } from './trial.ts';

/*
 * `npm run mutate`: does each small harm to the first guide that its rules can see, and tells what nobody noticed.
 */

const least = 0.95;

const trial = await openTrial(path.resolve(import.meta.dirname, '../../content'), 'upper-back-pain', 'en-GB');
const rules = new Map<Mutant, string | null>();
try {
  for (const mutant of trial.mutants) {
    rules.set(mutant, await trial.judge(mutant));
    if (process.stderr.isTTY) process.stderr.write(`\r${rules.size} of ${trial.mutants.length}`);
  }
} finally {
  await trial.close();
}
if (process.stderr.isTTY) process.stderr.write('\r');

const escaped = trial.mutants.filter((mutant) => rules.get(mutant) === null);
const caught = trial.mutants.length - escaped.length;
const rate = caught / trial.mutants.length;
const lines = [
  row('mutation of a', 'made', 'caught', 'escaped'),
  ...kinds.flatMap((kind) => {
    const made = trial.mutants.filter((mutant) => mutant.kind === kind);
    const lost = escaped.filter((mutant) => mutant.kind === kind).length;
    return made.length === 0 ? [] : [row(kind, made.length, made.length - lost, lost)];
  }),
  '',
  ...escaped.map(escapeLine),
  '',
  `${trial.mutants.length} mutants, ${caught} caught (${(rate * 100).toFixed(1)} %)`,
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = rate < least ? 1 : 0;

function row(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function escapeLine(mutant: Mutant): string {
  const reason = reasonFor(mutant);
  return `${mutant.file}:${mutant.line} ${mutant.kind}, ${mutant.change}: ${mutant.what}${reason === '' ? '' : ` (${reason})`}`;
}
