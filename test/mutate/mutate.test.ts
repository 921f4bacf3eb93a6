import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mutant } from './mutants.ts';
import { kinds } from './spots.ts';
import { openTrial, type Trial } from './trial.ts';

/*
 * A sample of `npm run mutate`: three mutants of each kind, the first, the middle one and the last.
 */

let trial: Trial | null = null;

beforeAll(async () => {
  trial = await openTrial(path.resolve('content'), 'upper-back-pain', 'en-GB');
});
afterAll(() => trial?.close());

test('mutants of each kind are made, none twice', () => {
  const mutants = opened().mutants;
  expect(kinds.filter((kind) => mutants.every((mutant) => mutant.kind !== kind))).toEqual([]);
  expect(new Set(mutants.map(({ edits }) => JSON.stringify(edits))).size).toBe(mutants.length);
});

test('a mutant that changes nothing is not caught', async () => {
  const [first] = opened().mutants;
  if (first === undefined) throw new Error('Expected mutants, got none');
  expect(await opened().judge({ ...first, edits: [] })).toBeNull();
});

test.each(kinds.filter((kind) => kind !== 'date'))('%s: the rules catch a sample', async (kind) => {
  const mutants = opened().mutants.filter((mutant) => mutant.kind === kind);
  const sample = [0, 0.5, 1].map((part) => mutants[Math.round(part * (mutants.length - 1))]);
  const escaped: string[] = [];
  for (const mutant of sample.filter((one): one is Mutant => one !== undefined)) {
    if ((await opened().judge(mutant)) === null) escaped.push(`${mutant.file}:${mutant.line} ${mutant.what}`);
  }
  expect(escaped).toEqual([]);
});

function opened(): Trial {
  if (trial === null) throw new Error('Expected the trial to be open');
  return trial;
}
