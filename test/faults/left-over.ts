import { readdirSync, readFileSync } from 'node:fs';
import { isAlive } from '../long/measured-run.ts';

/** Ids of living processes whose command line names a folder: browsers whose profile lies in it. */
export function processesNaming(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(folder))
    .map(Number)
    .filter(isAlive);
}

/** Waits until no process names the folder any more; gives those that still do after `patience` ms. */
export async function leftOver(folder: string, patience = 10_000): Promise<readonly number[]> {
  const end = performance.now() + patience;
  for (;;) {
    const alive = processesNaming(folder);
    if (alive.length === 0 || performance.now() > end) return alive;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
