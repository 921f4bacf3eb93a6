import { lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isIntact, writeReceipt } from './receipt.ts';

/** A folder only this user can enter, filled once. */
export interface Copy {
  /** Absolute path. */
  readonly folder: string;
  /** Removes what must not outlive the build: a copy made where none could be kept. */
  readonly dispose: () => Promise<void>;
}

const abandonedAfter = 3_600_000;

/**
 * The folder `$XDG_CACHE_HOME/guidepress/<name>`, filled by `fill` the first time. Each later call checks owner, modes and
 * sizes, and fills anew what does not match. Where such a folder cannot be kept, a temporary one is filled.
 * Throws what the file system says when even that fails: no space, no permission.
 */
export async function keepCopy(name: string, fill: (folder: string) => Promise<void>): Promise<Copy> {
  const fillAndSign = async (folder: string): Promise<void> => {
    await fill(folder);
    await writeReceipt(folder);
  };
  const kept = await keptFolder(name, fillAndSign);
  if (kept !== null) return { folder: kept, dispose: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), `guidepress-${name}-`));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await fillAndSign(folder);
    return { folder, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Null where no private folder can be kept. */
async function keptFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string | null> {
  try {
    const cache = await makeCache();
    if (cache === null) return null;
    const folder = join(cache, name);
    if (await isIntact(folder)) return folder;
    await removeAbandoned(cache);
    await fillBeside(cache, folder, fill);
    return folder;
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

async function makeCache(): Promise<string | null> {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  if (!isAbsolute(base)) return null;
  const cache = join(base, 'guidepress');
  await mkdir(cache, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(cache);
  const othersMayWrite = (mode & 0o022) !== 0;
  return uid === process.getuid?.() && !othersMayWrite ? cache : null;
}

/** Two first runs at once each fill a copy of their own; the first to finish wins. */
async function fillBeside(cache: string, folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  const damaged = `${fresh}-damaged`;
  try {
    await fill(fresh);
    if ((await exists(folder)) && !(await isIntact(folder))) await rename(folder, damaged);
    await rename(fresh, folder);
  } catch (error) {
    if (!(await isIntact(folder))) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(damaged, { recursive: true, force: true });
  }
}

/** A killed run leaves its half behind: what nobody touched for an hour goes. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((name) => name.startsWith('unpacking-'))) {
    const folder = join(cache, name);
    const age = Date.now() - (await lstat(folder)).mtimeMs;
    if (age > abandonedAfter) await rm(folder, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function isRefused(error: unknown): boolean {
  const codes = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'ERR_SYSTEM_ERROR'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
