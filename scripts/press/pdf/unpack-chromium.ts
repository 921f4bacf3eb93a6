import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { untar } from './untar.ts';

/** What was unpacked, written beside it last: a folder without it is half done. */
interface Receipt {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

const receiptName = 'receipt.json';

/** Writes `chromium` (about 190 MB), the libraries it may lack (`lib/`) and a receipt with their SHA-256 into a private folder. */
export async function unpackChromium(folder: string): Promise<void> {
  await pipeline(
    createReadStream(packed('chromium.br'), { highWaterMark: 2 ** 22 }),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(join(folder, 'chromium'), { mode: 0o700 }),
  );
  const paths = ['chromium'];
  for (const { path, bytes } of untar(await unpacked('al2023.tar.br'))) {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, path), bytes, { mode: 0o700 });
    paths.push(path);
  }
  const files: Receipt['files'][number][] = [];
  for (const path of paths) files.push({ path, ...(await measureFile(join(folder, path))) });
  await writeFile(join(folder, receiptName), JSON.stringify({ files } satisfies Receipt), { mode: 0o600 });
}

/** True where folder and files belong to this user alone and have the sizes of the receipt. Hashing 190 MB each time would cost as much as launching. */
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

/** Version of the npm package, which is that of Chromium. */
export async function packagedVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('Unexpected package.json of @sparticuz/chromium, expected a version');
}

/** The package's own font, Open Sans (TrueType). On a system without any font Chromium prints empty pages and says nothing. */
export async function fallbackFont(): Promise<Uint8Array> {
  const font = untar(await unpacked('fonts.tar.br')).find(({ path }) => path.endsWith('/OpenSans-Regular.ttf'));
  if (font === undefined)
    throw new Error('Unexpected fonts.tar.br of @sparticuz/chromium, expected OpenSans-Regular.ttf');
  return font.bytes;
}

function isPrivate({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return uid === process.getuid?.() && (mode & 0o777) === 0o700;
}

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return false;
  return value.files.every(
    (file: unknown) =>
      typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string' && 'size' in file,
  );
}

async function measureFile(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 22 }), hash);
  return { size: (await stat(path)).size, sha256: hash.digest('hex') };
}

async function unpacked(name: string): Promise<Uint8Array> {
  return brotliDecompressSync(await readFile(packed(name)));
}

function packed(name: string): string {
  return join(packageFolder(), 'bin', name);
}

function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return join(dirname(entry), '..', '..');
}
