import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The command, as a user's shell starts it. */
export const bin = path.resolve(import.meta.dirname, '../../bin/guidepress.mjs');

/** How a run of the command ended, and what it took. */
export interface MeasuredRun {
  /** Exit code; null if a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Processor time of the command and all it started, in seconds: on a busy machine the better measure. */
  readonly work: number;
  /** Most resident memory of the command and all it started, in MB; shared pages count once. */
  readonly megabytes: number;
}

interface RunOptions {
  readonly cwd: string;
  /** The run is killed, with all it started, after so many seconds. */
  readonly patience: number;
}

/** Milliseconds between two looks at /proc. */
const sampleEvery = 100;
/** USER_HZ, the unit of times in /proc (proc(5)): 100 on all architectures that Node runs on. */
const ticksPerSecond = 100;

/** Runs `guidepress` with these words, and samples the memory of its processes from /proc. */
export function measuredRun(words: readonly string[], { cwd, patience }: RunOptions): Promise<MeasuredRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [bin, ...words], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    let highest = 0;
    const ticks = new Map<number, number>();
    const sampler = setInterval(() => {
      const family = familyOf(child.pid ?? 0);
      highest = Math.max(highest, residentBytes(family));
      for (const pid of family) ticks.set(pid, Math.max(ticks.get(pid) ?? 0, ticksOf(pid)));
    }, sampleEvery);
    const patienceEnds = setTimeout(() => killAll([...familyOf(child.pid ?? 0)]), patience * 1000);
    const settle = (): void => {
      clearInterval(sampler);
      clearTimeout(patienceEnds);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code) => {
      settle();
      const seconds = (performance.now() - started) / 1000;
      const work = [...ticks.values()].reduce((sum, own) => sum + own, 0) / ticksPerSecond;
      resolve({ code, ...output, seconds, work, megabytes: highest / 1e6 });
    });
  });
}

/** A process and all that it, or what it started, started: ids, the ancestor first. */
export function familyOf(ancestor: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const { pid, parent } of processes()) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const family = [ancestor];
  for (let index = 0; index < family.length; index++) family.push(...(children.get(family[index] ?? 0) ?? []));
  return family;
}

/** True while a process lives; one that has ended and was not yet waited for does not. */
export function isAlive(pid: number): boolean {
  return processes().some((one) => one.pid === pid && one.state !== 'Z');
}

/** Kills processes at once; one that has gone is passed over. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** From /proc/PID/stat (proc(5)); the name, in brackets, may hold anything. */
function processes(): { readonly pid: number; readonly parent: number; readonly state: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const text = textOf(`/proc/${name}/stat`);
      const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return text === '' ? [] : [{ pid: Number(name), parent: Number(parent), state }];
    });
}

/** Resident memory in which a page that several processes share counts once, in parts (Pss in /proc/PID/smaps_rollup). */
function residentBytes(pids: readonly number[]): number {
  const sizes = pids.map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return sizes.reduce((sum, own) => sum + own, 0) * 1024;
}

/** Time in user and in kernel mode, the 14th and 15th field of /proc/PID/stat. */
function ticksOf(pid: number): number {
  const text = textOf(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
