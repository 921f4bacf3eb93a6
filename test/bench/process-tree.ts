import { readdirSync, readFileSync } from 'node:fs';

/** What was seen of a process and all that it started, while it ran. */
export interface Seen {
  /** The most memory at one time. */
  readonly peak: TreeMemory;
  /** Time that processors worked for it, to the last look at each process. */
  readonly cpuSeconds: number;
}

/** Memory of a process and all that it started. */
export interface TreeMemory {
  readonly bytes: number;
  readonly processes: number;
  /** Processes whose proportional share (PSS) was not to be read: their whole resident set (RSS) is counted. */
  readonly wholes: number;
}

const lookEvery = 50;
// Linux counts processor time in hundredths of a second, whatever its own clock (proc(5), USER_HZ).
const ticksPerSecond = 100;

/** Looks at a process and its descendants until it is told to stop; that takes them some time. */
export function watchTree(root: number): { readonly stop: () => Seen } {
  let peak = memoryOfTree(root);
  const ticks = new Map<number, number>();
  const look = (): void => {
    const now = memoryOfTree(root);
    if (now.bytes > peak.bytes) peak = now;
    for (const id of processesUnder(root)) ticks.set(id, ticksOf(id) ?? ticks.get(id) ?? 0);
  };
  look();
  const timer = setInterval(look, lookEvery);
  const stop = (): Seen => {
    clearInterval(timer);
    return { peak, cpuSeconds: [...ticks.values()].reduce((sum, one) => sum + one, 0) / ticksPerSecond };
  };
  return { stop };
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
    const parent = Number(statOf(Number(name))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const id of tree) tree.push(...(children.get(id) ?? []));
  return tree;
}

/** Processor time of one process, in its own code and in the system's. */
function ticksOf(id: number): number | null {
  const fields = statOf(id);
  return fields === null ? null : Number(fields[11]) + Number(fields[12]);
}

/** Fields of proc(5) `stat` after the command's name, which stands in brackets and may hold any: state, parent … */
function statOf(id: number): readonly string[] | null {
  const text = readText(`/proc/${id}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
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
