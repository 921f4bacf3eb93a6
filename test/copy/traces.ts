import { readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** Linux: statfs(2), file systems in memory. */
const memory: ReadonlySet<number> = new Set([0x01021994, 0x858458f6]);

/** An open or mapped file that has no name any more. */
export interface NamelessFile {
  /** Where its name was. */
  readonly was: string;
  readonly onDisk: boolean;
  readonly bytes: Buffer;
}

/** Files that processes hold open or mapped and that were removed from their folders: shared memory lies in such files. */
export function namelessFiles(pids: readonly number[]): readonly NamelessFile[] {
  const links = pids.flatMap((pid) =>
    ['fd', 'map_files'].flatMap((kind) =>
      namesIn(`/proc/${pid}/${kind}`).map((name) => `/proc/${pid}/${kind}/${name}`),
    ),
  );
  return links.flatMap((link) => {
    const target = attempt(() => readlinkSync(link)) ?? '';
    if (!target.endsWith(' (deleted)')) return [];
    const was = target.slice(0, -' (deleted)'.length);
    const onDisk = !was.startsWith('/memfd:') && !memory.has(attempt(() => statfsSync(link).type) ?? 0);
    return [{ was, onDisk, bytes: attempt(() => readFileSync(link)) ?? Buffer.alloc(0) }];
  });
}

/** Paths of the files in a folder that hold a text, in UTF-8 or UTF-16. */
export function filesHolding(folder: string, text: string): readonly string[] {
  return allFiles(folder).filter((file) => holds(attempt(() => readFileSync(file)) ?? Buffer.alloc(0), text));
}

/** All files in a folder, with the hidden ones, sorted. */
export function allFiles(folder: string): readonly string[] {
  const entries = attempt(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** True where bytes hold a text. */
export function holds(bytes: Buffer, text: string): boolean {
  return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
}

function namesIn(folder: string): readonly string[] {
  return attempt(() => readdirSync(folder)) ?? [];
}

/** What is looked at may be gone a moment later. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
