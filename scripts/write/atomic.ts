import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Writes a file beside its place and renames it into it: a killed process leaves the old file or the new, never half. */
export async function writeAtomically(target: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const beside = path.join(path.dirname(target), `.guidepress-${process.pid}-${path.basename(target)}.tmp`);
  try {
    const file = await open(beside, 'w', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The same with the bytes of another file, from any file system. */
export async function copyAtomically(from: string, target: string): Promise<void> {
  await writeAtomically(target, await readFile(from));
}
