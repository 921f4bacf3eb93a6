import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all that it started. */
export interface TreeMemory {
  readonly bytes: number;
  readonly processes: number;
  /** Processes whose proportional share (PSS) was not to be read: their whole resident set (RSS) is counted. */
  readonly wholes: number;
}

/** True where the system tells of processes as Linux does. */
export function canSeeProcesses(): boolean {
  return readText('/proc/self/smaps_rollup') !== null;
}

/** Memory now of a process and its descendants: the sum of their PSS, so that shared pages count once. */
export function memoryOfTree(root: number): TreeMemory {
  let bytes = 0;
  let wholes = 0;
  const tree = processesUnder(root);
  for (const id of tree) {
    const share = kilobytes(readText(`/proc/${id}/smaps_rollup`), 'Pss');
    const whole = share === null ? kilobytes(readText(`/proc/${id}/status`), 'VmRSS') : null;
    if (whole !== null) wholes++;
    bytes += (share ?? whole ?? 0) * 1024;
  }
  return { bytes, processes: tree.length, wholes };
}

function processesUnder(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    // The command's name stands in brackets and may hold any; the parent is the second field after it.
    const [, parent] = /\) \S (\d+) /.exec(readText(`/proc/${name}/stat`)?.replace(/^.*\)/s, ')') ?? '') ?? [];
    if (parent === undefined) continue;
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const id of tree) tree.push(...(children.get(id) ?? []));
  return tree;
}

function kilobytes(text: string | null, name: string): number | null {
  const [, value] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text ?? '') ?? [];
  return value === undefined ? null : Number(value);
}

/** Null where the process ended meanwhile, or is not ours to look at. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
