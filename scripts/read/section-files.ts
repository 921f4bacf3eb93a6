import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { byNaturalOrder } from './natural-order.ts';
import type { Reading } from './reading.ts';

/**
 * Markdown files of a folder and the folders in it, as paths with `/` in natural order. Hidden names and `node_modules`
 * are passed over. A link is followed only to what is inside the folder; other links, pipes and devices are findings.
 */
export async function findSectionFiles(folder: string, reading: Reading): Promise<string[]> {
  const root = await realpath(folder).catch(() => folder);
  const files: string[] = [];
  const seen = new Set([root]);
  const waiting = [''];
  for (let inner = waiting.pop(); inner !== undefined; inner = waiting.pop()) {
    for (const entry of await entriesOf(join(folder, inner), reading)) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      const kind = await kindOf(join(folder, path), entry, root);
      if (kind === 'folder') {
        const real = await realpath(join(folder, path)).catch(() => path);
        if (path.split('/').length > deepestFolder) {
          reading.report('file-unreadable', { file: reading.shown(join(folder, path)) }, tooDeep);
        } else if (!seen.has(real)) waiting.push(path);
        seen.add(real);
      } else if (kind === 'file') {
        if (isMarkdown(entry.name)) files.push(path);
      } else if (kind === 'outside' || isMarkdown(entry.name)) {
        reading.report('file-unreadable', { file: reading.shown(join(folder, path)) }, reasons[kind]);
      }
    }
  }
  return files.sort(byNaturalOrder);
}

/** True for the names that sections have. */
export function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

/** Folders in one another: the time that links take to be followed grows with the cube of it. */
const deepestFolder = 50;
const tooDeep = `Unexpected folder over ${deepestFolder} deep, expected a few levels: move its files up`;

type Kind = 'file' | 'folder' | 'outside' | 'broken' | 'special';

const reasons = {
  outside: 'Unexpected link that leaves the folder, expected files inside it: copy what it points to',
  broken: 'Unexpected link to nothing, expected a file: mend or remove it',
  special: 'Unexpected pipe or device, expected a plain file: replace it',
} as const satisfies Partial<Record<Kind, string>>;

async function entriesOf(folder: string, reading: Reading): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // The order of a folder differs by file system; what is found first must not.
    return entries
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .sort((a, b) => byNaturalOrder(a.name, b.name));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    const message = `Unexpected ${reason}, expected a readable folder: check its rights`;
    reading.report('file-unreadable', { file: reading.shown(folder) }, message);
    return [];
  }
}

async function kindOf(path: string, entry: Dirent, root: string): Promise<Kind> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'special';
  try {
    const target = await stat(path);
    const inside = `${await realpath(path)}${sep}`.startsWith(root + sep);
    if (target.isDirectory()) return inside ? 'folder' : 'outside';
    if (!target.isFile()) return 'special';
    return inside || !isMarkdown(entry.name) ? 'file' : 'outside';
  } catch {
    return 'broken';
  }
}
