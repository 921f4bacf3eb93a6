import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../is-running.ts';

const prefix = 'guidepress-browser-';

/** Makes a private folder for a browser's profile, and removes those whose process was killed before it could. */
export async function makeProfileFolder(): Promise<string> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    // Somebody else's folder of that name stays.
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}
