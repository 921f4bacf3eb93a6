import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What a folder held when it was filled. It is written last: a folder without it is half done. */
interface Receipt {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

const receiptName = 'receipt.json';

/** Writes down the files of a folder with their sizes and SHA-256. */
export async function writeReceipt(folder: string): Promise<void> {
  const files: Receipt['files'][number][] = [];
  for (const path of await filesIn(folder)) {
    const { size } = await lstat(join(folder, path));
    files.push({ path, size, sha256: await hash(join(folder, path)) });
  }
  await writeFile(join(folder, receiptName), JSON.stringify({ files } satisfies Receipt), { mode: 0o600 });
}

/**
 * True where the folder and the files of its receipt belong to this user, nobody else may touch them, and their sizes are right. It
 * does not hash: for 190 MB that would cost as much as to start what is in them.
 */
export async function isIntact(folder: string): Promise<boolean> {
  try {
    if (!isPrivate(await lstat(folder))) return false;
    const receipt: unknown = JSON.parse(await readFile(join(folder, receiptName), 'utf8'));
    if (!isReceipt(receipt)) return false;
    for (const { path, size } of receipt.files) {
      const found = await lstat(join(folder, path));
      if (!found.isFile() || !isPrivate(found) || found.size !== size) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return false;
    throw error;
  }
}

function isPrivate({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return uid === process.getuid?.() && (mode & 0o077) === 0;
}

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return false;
  return value.files.every(
    (file: unknown) =>
      typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string' && 'size' in file,
  );
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function hash(path: string): Promise<string> {
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 22 }), sha256);
  return sha256.digest('hex');
}
