import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { MachineError, UsageError } from '../exit.ts';
import { isRunning } from '../is-running.ts';

/** Where a patient's own copy goes. No message names it: a file's name may say whose it is. */
export interface CopyTarget {
  /** Writes the whole copy, or nothing. Throws MachineError. */
  readonly write: (bytes: Uint8Array) => void;
}

const unfinished = /^\.guidepress-copy-(\d+)-[0-9a-f]+\.tmp$/;

/**
 * Looks at `--to` before anything is made: `-` is standard output, else a file in a folder that is there. `closed` are
 * folders that keep what they are given: output and content. Throws UsageError, MachineError where it could not be written.
 */
export async function openTarget(to: string, closed: readonly string[]): Promise<CopyTarget> {
  if (to !== '-') return fileTarget(await placeOf(to, closed));
  if (process.stdout.isTTY)
    throw new UsageError('Unexpected terminal as standard output, expected a pipe or a file: name a file after `--to`');
  return { write: toStandardOutput };
}

/** The file itself, links followed. */
async function placeOf(to: string, closed: readonly string[]): Promise<string> {
  const target = path.resolve(to);
  const there = await lstat(target).catch(() => null);
  if (there !== null && !(await stat(target).catch(() => null))?.isFile())
    throw new UsageError('Unexpected folder or device as `--to`, expected the name of a file: add one to the folder');
  const folder = await realpath(path.dirname(target)).catch(() => null);
  if (folder === null || !(await stat(folder)).isDirectory())
    throw new UsageError('Unexpected `--to` in a folder that is not there, expected one that is: make it first');
  const place = there?.isSymbolicLink() ? await realpath(target) : path.join(folder, path.basename(target));
  for (const kept of closed) {
    const inside = path.relative(await realpath(kept).catch(() => path.resolve(kept)), place);
    if (!inside.startsWith('..') && !path.isAbsolute(inside))
      throw new UsageError(
        'Unexpected `--to` in the output or content folder, expected a place outside: a patient’s copy is kept by nobody but you',
      );
  }
  return place;
}

function fileTarget(target: string): CopyTarget {
  return {
    write: (bytes) => {
      const folder = path.dirname(target);
      try {
        sweep(folder);
        replace(
          target,
          path.join(folder, `.guidepress-copy-${process.pid}-${randomBytes(4).toString('hex')}.tmp`),
          bytes,
        );
      } catch (error) {
        throw fault(error);
      }
    },
  };
}

/**
 * Beside its place, then renamed into it: the file is the old one or the new. It is all done before a signal can be heard,
 * so only a kill (SIGKILL) or a power cut in these milliseconds leaves a file behind, which has no name of a person.
 */
function replace(target: string, beside: string, bytes: Uint8Array): void {
  const file = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** What a killed run left in this folder, as far as it may be looked at. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = unfinished.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // A folder may let files in and show none.
  }
}

/** A pipe may take a part at a time, and say that it is full. */
function toStandardOutput(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw fault(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function fault(error: unknown): MachineError {
  return new MachineError(
    `Unexpected fault of the file system (${codeOf(error)}) at the place of \`--to\`, expected to write there: choose another place, or make room`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
