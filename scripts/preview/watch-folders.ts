import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { MachineError } from '../exit.ts';

/** A folder to watch, and how far down. */
export interface WatchedRoot {
  /** Absolute. */
  readonly folder: string;
  /** Levels of folders below it: a lone file's neighbours may be a whole home folder. */
  readonly depth: number;
}

/** Editors save in several steps, some ms apart: what comes this soon after belongs together. */
const quiet = 10;
/** A file that never rests is read all the same. */
const patience = 100;
const mostFolders = 4000;

/**
 * Watches folders and all that is made in them later. Each folder has a watcher of its own: on Linux the recursive one of
 * Node 20 loses files that an editor puts in place by renaming. Hidden names, backups and `node_modules` are passed over.
 */
export class FolderWatch {
  readonly #roots: readonly WatchedRoot[];
  readonly #onChange: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | null = null;
  #first = 0;
  #closed = false;

  private constructor(roots: readonly WatchedRoot[], onChange: () => void) {
    this.#roots = roots;
    this.#onChange = onChange;
  }

  /** Calls `onChange` some ms after something has changed. Throws `MachineError` where the system refuses to watch. */
  static async open(roots: readonly WatchedRoot[], onChange: () => void): Promise<FolderWatch> {
    const watching = new FolderWatch(roots, onChange);
    await watching.#scan();
    return watching;
  }

  /** Folders watched now. */
  get folders(): number {
    return this.#watchers.size;
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #stir(): void {
    const now = performance.now();
    if (this.#timer) clearTimeout(this.#timer);
    else this.#first = now;
    const wait = Math.max(0, Math.min(quiet, this.#first + patience - now));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#onChange();
      void this.#rescan();
    }, wait);
  }

  /** What was put into a new folder before it was watched is a change, too. */
  async #rescan(): Promise<void> {
    try {
      if (await this.#scan()) this.#stir();
    } catch {
      // The folders that could be watched are; the next change tries again.
    }
  }

  #drop(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  /** True if there are folders that were not watched before. */
  async #scan(): Promise<boolean> {
    const there = new Set<string>();
    for (const { folder, depth } of this.#roots) await findFolders(folder, depth, there);
    if (this.#closed) return false;
    for (const folder of this.#watchers.keys()) {
      if (!there.has(folder)) this.#drop(folder);
    }
    let grew = false;
    for (const folder of there) {
      if (this.#watchers.has(folder)) continue;
      const watcher = watchOne(folder, (name) => {
        // Its own name: it was moved or removed, and what is made there next (a branch that is checked out) is another folder.
        if (name === path.basename(folder)) this.#drop(folder);
        if (name === null || !isPassedOver(name)) this.#stir();
      });
      if (watcher === null) continue;
      watcher.on('error', () => {
        this.#drop(folder);
        if (!this.#closed) this.#stir();
      });
      this.#watchers.set(folder, watcher);
      grew = true;
    }
    return grew;
  }
}

/** Null where the folder has gone since. */
function watchOne(folder: string, onEvent: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, (_, name) => onEvent(name));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code !== 'ENOSPC' && code !== 'EMFILE') return null;
    throw new MachineError(
      `Unexpected refusal to watch ${folder} (${code}), expected more watches: raise the limit (sysctl fs.inotify.max_user_watches, or ulimit -n)`,
      { cause },
    );
  }
}

async function findFolders(folder: string, depth: number, found: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null || found.size >= mostFolders) return;
  found.add(folder);
  if (depth === 0) return;
  for (const entry of entries) {
    if (entry.isDirectory() && !isPassedOver(entry.name)) {
      await findFolders(path.join(folder, entry.name), depth - 1, found);
    }
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || name === 'node_modules';
}
