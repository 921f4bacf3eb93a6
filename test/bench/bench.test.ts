import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figuresOf, marginalGrowth, medianOf } from './figures.ts';
import { memoryOfTree, watchTree } from './process-tree.ts';
import type { Report } from './report.ts';

describe('figures', () => {
  test('a median is the middle, or the mean of the two in the middle', () => {
    expect([medianOf([9, 1, 2]), medianOf([4, 1, 2, 9])]).toEqual([2, 3]);
    expect(() => medianOf([])).toThrow('at least one sample');
  });

  test('a ratio compares what was measured in the same round', () => {
    const measured = { part: 'x', what: 'x', unit: 's' as const, samples: [4, 30, 6] };
    const figures = figuresOf({ ...measured, against: { what: 'y', samples: [2, 10, 4] } });
    expect(figures.ratio).toEqual({ value: 2, ofMinima: 2 });
    expect(() => figuresOf({ ...measured, against: { what: 'y', samples: [2, 10] } })).toThrow('Expected 3 samples');
  });

  test('a target judges the median or the ratio', () => {
    const measured = { part: 'x', what: 'x', unit: 's' as const, samples: [3], against: { what: 'y', samples: [2] } };
    const judge = (of: 'median' | 'ratio', most: number) => figuresOf({ ...measured, target: { of, most } }).ok;
    expect([judge('median', 3), judge('median', 2.9), judge('ratio', 1.5), judge('ratio', 1.4)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(figuresOf(measured).ok).toBeNull();
  });

  test('growth is 1 where each artifact costs the same, whatever the start costs', () => {
    const small = { count: 10, seconds: 3 };
    const middle = { count: 100, seconds: 12 };
    expect(marginalGrowth(small, middle, { count: 1000, seconds: 102 })).toBeCloseTo(1);
    expect(marginalGrowth(small, middle, { count: 1000, seconds: 201 })).toBeCloseTo(2);
  });

  test('processor time counts what a process worked, not what it slept', async () => {
    const work = 'const until=performance.now()+400;while(performance.now()<until);setTimeout(()=>{},60_000)';
    const child = spawn(process.execPath, ['-e', work], { stdio: 'ignore' });
    const watcher = watchTree(child.pid ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const { cpuSeconds } = watcher.stop();
    child.kill();
    expect(cpuSeconds).toBeGreaterThan(0.05);
    expect(cpuSeconds).toBeLessThan(0.8);
  });

  test('memory counts the processes that a process started', async () => {
    // The inner one ends with the outer one's pipe.
    const inner = `require('node:child_process').spawn(process.execPath, ['-e', 'process.stdin.resume()'])`;
    const child = spawn(process.execPath, ['-e', `${inner}.once('spawn', () => console.log(1))`], { stdio: 'pipe' });
    const under = (): number => memoryOfTree(child.pid ?? 0).processes;
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve));
      expect(under()).toBe(2);
      expect(memoryOfTree(child.pid ?? 0).bytes).toBeGreaterThan(2_000_000);
    } finally {
      child.kill();
    }
  });
});

describe('npm run bench', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'guidepress-bench-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

  test('measures the real command, says how, and leaves nothing behind', { timeout: 180_000 }, async () => {
    const { code, stdout, stderr } = await bench(['--short', '--json', '--only', 'no-change'], folder);
    expect(code, stderr).toBe(0);
    const report = JSON.parse(stdout) as Report;
    expect(report.short).toBe(true);
    expect(report.counted).toContain('Wall time');
    expect(report.machine).toHaveProperty('cores');
    const [row] = report.rows;
    expect(report.rows).toHaveLength(1);
    expect(row).toMatchObject({ part: 'no-change', unit: 's', target: { of: 'median', most: 0.6 } });
    const samples = row?.samples ?? [];
    const against = row?.against?.samples ?? [];
    expect([samples.length, against.length]).toEqual([2, 1]);
    // Node alone takes some 30 ms to start, and to do nothing is quicker than to do all.
    expect(samples.every((seconds) => seconds > 0.02 && seconds < Math.min(...against))).toBe(true);
    expect(row?.median).toBe(medianOf(samples));
    expect([row?.min, row?.max]).toEqual([Math.min(...samples), Math.max(...samples)]);
    expect(row?.ratio?.value).toBeCloseTo(medianOf(samples) / (against[0] ?? 0));
    expect(row?.ok).toBe(medianOf(samples) <= 0.6);
    expect(stderr).toContain('no change, round 2');
    expect(await readdir(folder)).toEqual([]);
  });

  test('Ctrl-C ends it with 130 and leaves nothing behind', { timeout: 60_000 }, async () => {
    const { code } = await bench(['--short', '--only', 'cold'], folder, 'building the whole content');
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a part that there is none of is refused', { timeout: 60_000 }, async () => {
    const { code, stderr } = await bench(['--only', 'speed'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('Unexpected `--only speed`, expected one of `cold`, `no-change`');
  });
});

/** Runs the bench with its temporary files in a folder; interrupts it once it says `until`. */
function bench(words: readonly string[], folder: string, until?: string) {
  const script = path.join(import.meta.dirname, 'bench.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words], {
    env: { ...process.env, TMPDIR: folder, TSX_DISABLE_CACHE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
    if (until !== undefined && said.stderr.includes(until)) {
      // By then the command runs, and its browser may.
      setTimeout(() => child.kill('SIGINT'), 1500);
      until = undefined;
    }
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
