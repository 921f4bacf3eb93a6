import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Publication } from '../model.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));

/** One hash over all that makes products out of content: sources, templates, versions of libraries, Node's major version. */
export async function hashOfProgram(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['scripts', 'templates']) await addFolder(hash, path.join(home, name));
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update(await readFile(path.join(home, name)).catch(() => Buffer.alloc(0)));
  }
  return hash.digest('hex');
}

/** One hash over everything a run reads, options included: the same hash means that there is nothing to do. */
export async function hashOfInputs(content: string, program: string, options: unknown): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([program, options, process.env['SOURCE_DATE_EPOCH'] ?? null]));
  await addFolder(hash, content);
  return hash.digest('hex');
}

/** The hash of a composed publication, positions aside: moving a line makes nothing new. */
export function fingerprintOf(publication: Publication, program: string, browser: string | null): string {
  const { assets, fonts, ...rest } = publication;
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([program, browser, rest], (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
  for (const [src, asset] of assets) hash.update(src).update(asset.bytes);
  for (const { path: _, ...font } of fonts) hash.update(JSON.stringify(font));
  for (const font of fonts) hash.update(readFileSync(font.path));
  return hash.digest('hex');
}

async function addFolder(hash: ReturnType<typeof createHash>, folder: string, within = ''): Promise<void> {
  const entries = await readdir(path.join(folder, within), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = path.join(within, entry.name);
    if (entry.isDirectory()) await addFolder(hash, folder, at);
    else if (entry.isFile()) {
      const bytes = await readFile(path.join(folder, at)).catch(() => Buffer.alloc(0));
      hash.update(`${at.split(path.sep).join('/')}\0${bytes.length}\0`).update(bytes);
    } else hash.update(`${at}\0${entry.isSymbolicLink() ? 'link' : 'other'}\0`);
  }
}
