import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RuleId } from '../../scripts/findings.ts';
import { measuredRun, type MeasuredRun } from './measured-run.ts';
import { pathological } from './pathological.ts';
import { isLong } from './share.ts';

/*
 * Each input goes through the real command. It ends in time and in memory, with products or with few clear lines.
 */

const mostSeconds = 30;
const mostMegabytes = 1000;
const mostLines = 100;
/** After so many seconds a run counts as one that never ends, however busy the machine is. */
const patience = 150;

/** Which of the two comes first is a matter of the machine's speed. */
const tooMuch: ReadonlySet<string> = new Set<RuleId>(['section-too-big', 'section-too-slow']);

const cases = pathological.filter(({ normal }) => isLong || normal);
const runs: { readonly name: string; readonly run: MeasuredRun }[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-pathological-'));
});
afterAll(async () => {
  remove(folder);
  const slowest = runs.toSorted((a, b) => timeOf(b.run) - timeOf(a.run))[0];
  const largest = runs.toSorted((a, b) => b.run.megabytes - a.run.megabytes)[0];
  if (isLong && slowest && largest)
    console.log(
      `${runs.length} inputs; slowest ${timeOf(slowest.run).toFixed(1)} s (${slowest.name}), largest ${largest.run.megabytes.toFixed(0)} MB (${largest.name})`,
    );
});

describe('a pathological input', () => {
  test.each(cases)(
    '$name',
    async ({ name, write, ends }) => {
      const own = await mkdtemp(path.join(folder, 'case-'));
      const target = await write(own);
      const words = ['build', target, '--language', 'en-GB', '--paper', 'a4', '--out', 'out'];
      const run = await measuredRun(words, { cwd: own, patience });
      runs.push({ name, run });
      const lines = run.stderr.trimEnd().split('\n');
      const rules = new Set(
        lines.map((line) => /^\S.*?:\d+:\d+ (?:error|warning|note) (\S+) Unexpected /.exec(line)?.[1]),
      );

      expect({ code: run.code, stderr: run.stderr.slice(0, 2000) }).toMatchObject({ code: ends === 'made' ? 0 : 1 });
      expect(lines.length).toBeLessThanOrEqual(mostLines);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(1200);
      // Each line is a finding with its place.
      expect(rules).not.toContain(undefined);
      if (ends !== 'made')
        expect(tooMuch.has(ends) ? tooMuch : new Set([ends])).toSatisfy((any: Set<RuleId>) =>
          [...any].some((rule) => rules.has(rule)),
        );
      else expect(await readFile(path.join(own, 'out/manifest.json'), 'utf8')).toContain('"text/html"');
      expect(timeOf(run)).toBeLessThanOrEqual(mostSeconds);
      expect(run.megabytes).toBeLessThanOrEqual(mostMegabytes);
      remove(own);
    },
    (patience + 30) * 1000,
  );
});

/** Seconds; on a machine that does other things too, its processor time says better what a run takes. */
function timeOf({ seconds, work }: MeasuredRun): number {
  return Math.min(seconds, work);
}

/** Node's own way to remove a folder overflows the stack in one that is 1,900 deep. */
function remove(deep: string): void {
  execFileSync('rm', ['-rf', deep]);
}
