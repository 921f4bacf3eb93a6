import { constants, rmSync } from 'node:fs';
import { access, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRunning } from '../is-running.ts';
import { copyAtomically } from './atomic.ts';
import { writing } from './folder-fault.ts';
import { makeFolder } from './make-folder.ts';

/** Where a build keeps what it has made until all is made: `.guidepress-<process id>`. */
const stagingName = /^\.guidepress-(\d+)$/;

/** New files of an output folder, out of sight until they all replace the old ones. */
export class Staging {
  readonly #output: string;
  readonly #folder: string;
  readonly #staged = new Map<string, string>();
  readonly #removeAtExit: () => void;

  private constructor(output: string, folder: string) {
    this.#output = output;
    this.#folder = folder;
    this.#removeAtExit = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', this.#removeAtExit);
  }

  /** Throws MachineError where the output folder cannot be written: before anything is made. */
  static async open(output: string): Promise<Staging> {
    const folder = path.join(output, `.guidepress-${process.pid}`);
    await writing(output, async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
    });
    return new Staging(output, folder);
  }

  /** Keeps a file for its place `at`, relative to the output folder. */
  async add(at: string, bytes: Uint8Array): Promise<void> {
    const staged = path.join(this.#folder, String(this.#staged.size));
    this.#staged.set(at, staged);
    await writing(path.join(this.#output, at), async () => {
      const file = await open(staged, 'w');
      try {
        await file.writeFile(bytes);
        // On the disk before it replaces what is there: a power cut must not leave an empty file.
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  /** What is kept for a place; null where nothing is. */
  async read(at: string): Promise<Uint8Array | null> {
    const staged = this.#staged.get(at);
    return staged === undefined ? null : readFile(staged);
  }

  /** Moves each file into its place, in the order in which they were added. */
  async commit(): Promise<void> {
    // What can fail shall fail while nothing is moved.
    for (const at of this.#staged.keys()) {
      const target = path.join(this.#output, at);
      await writing(target, () => makeReady(target));
    }
    for (const [at, staged] of this.#staged) {
      const target = path.join(this.#output, at);
      await writing(target, () => move(staged, target));
    }
    await this.discard();
  }

  /** Forgets what was kept. */
  async discard(): Promise<void> {
    process.off('exit', this.#removeAtExit);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Removes what killed builds left in an output folder; that of a process which still lives is left alone. */
export async function sweepStaging(output: string): Promise<void> {
  for (const name of await readdir(output).catch(() => [])) {
    const pid = stagingName.exec(name)?.[1];
    if (pid !== undefined && isLeftOver(Number(pid))) {
      await rm(path.join(output, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** True for what this process, or one that ended, left behind. */
export function isLeftOver(pid: number): boolean {
  return pid === process.pid || !isRunning(pid);
}

/** Makes the folder of a file; throws EACCES where it may not be written, EISDIR where a folder has the file's name. */
async function makeReady(target: string): Promise<void> {
  await makeFolder(path.dirname(target));
  await access(path.dirname(target), constants.W_OK);
  const there = await lstat(target).catch(() => null);
  if (there?.isDirectory())
    throw Object.assign(new Error(`expected a file, got the folder ${target}`), { code: 'EISDIR' });
}

/** A folder in the output may be a link to another file system, where nothing can be renamed to. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyAtomically(from, to);
  }
}
