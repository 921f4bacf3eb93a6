import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those above it. Throws what the file system says: Node's own recursive `mkdir` never ends where a
 * folder exists and yet says that it does not, as /proc does.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let at = path.resolve(folder);
  while (!(await isThere(at))) {
    missing.push(at);
    at = path.dirname(at);
  }
  for (const one of missing.toReversed()) {
    try {
      await mkdir(one);
    } catch (error) {
      // Another product's folder, made at the same time.
      if (!isCode(error, 'EEXIST')) throw error;
    }
  }
}

/** Throws EEXIST where a file is. */
async function isThere(folder: string): Promise<boolean> {
  try {
    if ((await stat(folder)).isDirectory()) return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
  throw Object.assign(new Error(`expected a folder, got the file ${folder}`), { code: 'EEXIST' });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
