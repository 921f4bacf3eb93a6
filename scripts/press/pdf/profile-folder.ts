import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../is-running.ts';

const prefix = 'guidepress-browser-';

/** Where Linux keeps files in memory (shm_overview(7)). */
const inMemory = '/dev/shm';
/** Type of such a file system, as statfs(2) says it. */
const tmpfs = 0x01021994;

/**
 * Makes a private folder for a browser's profile, and removes those whose process was killed before it could. A `discreet`
 * one lies in memory where the system has such a place, so that nothing the browser writes gets to a disk.
 */
export async function makeProfileFolder({ discreet }: { readonly discreet: boolean }): Promise<string> {
  const parents = [tmpdir(), ...(discreet && (await isMemory(inMemory)) ? [inMemory] : [])];
  for (const parent of parents) await sweep(parent);
  for (const parent of parents.slice(1)) {
    const made = await make(parent).catch(() => null);
    if (made !== null) return made;
  }
  return make(tmpdir());
}

function make(parent: string): Promise<string> {
  return mkdtemp(join(parent, `${prefix}${process.pid}-`));
}

async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    // Somebody else's folder of that name stays.
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
}

async function isMemory(folder: string): Promise<boolean> {
  return statfs(folder).then(
    ({ type }) => type === tmpfs,
    () => false,
  );
}
