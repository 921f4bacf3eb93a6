import { lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isIntact, packagedVersion, unpackChromium } from './unpack-chromium.ts';

/** Chromium out of the npm package, unpacked and ready to start. */
export interface EmbeddedChromium {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Folder with the libraries that some systems lack: NSS, NSPR, expat. */
  readonly libraries: string;
  /** Removes what must not outlive the build: a copy made where no private folder could be kept. */
  readonly dispose: () => Promise<void>;
}

const abandonedAfter = 3_600_000;

/** True where the npm package's executable can run: it is built for Linux on x86-64 alone. */
export function hasEmbeddedChromium(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The headless Chromium inside `@sparticuz/chromium`, unpacked once into a folder only this user can enter:
 * `$XDG_CACHE_HOME/guidepress/chromium-<version>`. Each later call checks owner, mode and sizes, and unpacks again what
 * does not match. Where such a folder cannot be kept, a temporary one is made and `dispose` removes it.
 * Throws what the file system says when even that fails: no space, no permission.
 */
export async function embeddedChromium(): Promise<EmbeddedChromium> {
  const kept = await keepFolder();
  const folder = kept ?? (await makeTemporaryFolder());
  return {
    path: join(folder, 'chromium'),
    libraries: join(folder, 'lib'),
    dispose: async () => {
      if (kept === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Null where no private folder can be kept. */
async function keepFolder(): Promise<string | null> {
  try {
    const cache = await makeCache();
    if (cache === null) return null;
    const folder = join(cache, `chromium-${await packagedVersion()}`);
    if (await isIntact(folder)) return folder;
    await removeAbandoned(cache);
    await unpackBeside(cache, folder);
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

/** Two first runs at once each unpack a copy of their own; the first to finish wins. */
async function unpackBeside(cache: string, folder: string): Promise<void> {
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  const damaged = `${fresh}-damaged`;
  try {
    await unpackChromium(fresh);
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

async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guidepress-chromium-'));
  try {
    await unpackChromium(folder);
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
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
