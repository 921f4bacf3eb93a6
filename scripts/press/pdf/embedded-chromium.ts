import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { keepCopy } from './keep-copy.ts';
import { untar } from './untar.ts';

/** Chromium out of the npm package, unpacked and ready to start. */
export interface EmbeddedChromium {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Folder with the libraries that some systems lack: NSS, NSPR, expat. */
  readonly libraries: string;
  /** Removes a copy that could not be kept. */
  readonly dispose: () => Promise<void>;
}

/** True where the npm package's executable can run: it is built for Linux on x86-64 alone. */
export function hasEmbeddedChromium(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The headless Chromium inside `@sparticuz/chromium`, unpacked once (190 MB, about 2 s) into a folder only this user can enter. The
 * package's own way to unpack it is not used: it puts it into the shared folder for temporary files, and trusts
 * what lies there. Throws what the file system says: no space, no permission.
 */
export async function embeddedChromium(): Promise<EmbeddedChromium> {
  const { folder, dispose } = await keepCopy(`chromium-${await packagedVersion()}`, unpackChromium);
  return { path: join(folder, 'chromium'), libraries: join(folder, 'lib'), dispose };
}

/** The package's own font, Open Sans (TrueType). */
export async function fallbackFont(): Promise<Uint8Array> {
  const font = untar(await unpacked('fonts.tar.br')).find(({ path }) => path.endsWith('/OpenSans-Regular.ttf'));
  if (font === undefined)
    throw new Error('Unexpected fonts.tar.br of @sparticuz/chromium, expected OpenSans-Regular.ttf');
  return font.bytes;
}

async function unpackChromium(folder: string): Promise<void> {
  await pipeline(
    createReadStream(packed('chromium.br'), { highWaterMark: 2 ** 22 }),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(join(folder, 'chromium'), { mode: 0o700 }),
  );
  for (const { path, bytes } of untar(await unpacked('al2023.tar.br'))) {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, path), bytes, { mode: 0o700 });
  }
}

async function packagedVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('Unexpected package.json of @sparticuz/chromium, expected a version');
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
