import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/guidepress.mjs');

/** A running `guidepress watch`. */
export interface RunningPreview {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  /** What it said so far. */
  readonly said: () => string;
  /** Sends SIGINT and resolves to the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts the command as a user does. Rejects with what it said if it ends before it has an address. */
export function startPreview(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningPreview> {
  const child = spawn(process.execPath, [bin, 'watch', ...words], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1] ?? 0);
      if (port === 0) return;
      const stop = (): Promise<number | null> => {
        child.kill('SIGINT');
        return ended;
      };
      resolve({ address: `http://127.0.0.1:${port}/`, port, pid: child.pid ?? 0, said: () => said, stop });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`Expected a preview, got exit code ${code}: ${said}`)));
  });
}

/** A copy of the library's content in a folder of its own, to write in. */
export async function copyContent(): Promise<{ folder: string; content: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guidepress-preview-'));
  const content = path.join(folder, 'content');
  await cp(path.join(root, 'content'), content, { recursive: true });
  return { folder, content, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Saves a file as editors do: written beside, then put in its place. Gives the time, in ms since 1970. */
export async function save(file: string, text: string): Promise<number> {
  const beside = `${file}.saving`;
  await writeFile(beside, text);
  const now = performance.timeOrigin + performance.now();
  await rename(beside, file);
  return now;
}

/** Changes a file's text and saves it; throws if that changes nothing. */
export async function edit(file: string, change: (text: string) => string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`Expected an edit of ${file}, got the same text`);
  return save(file, changed);
}

/** The proof on the screen and when it came there, in ms since 1970. */
export interface Drawn {
  readonly proof: string;
  readonly at: number;
}

/** What the page shows now; null before the first proof. */
export async function drawnNow(page: Page): Promise<Drawn | null> {
  return page.evaluate(() => {
    const { proof, drawn } = document.body.dataset;
    return proof === undefined ? null : { proof, at: Number(drawn) };
  });
}

/** Waits for another proof than `before`. */
export async function drawnAfter(page: Page, before: Drawn | null): Promise<Drawn> {
  await page.waitForFunction(
    (proof) => document.body.dataset['proof'] !== undefined && document.body.dataset['proof'] !== proof,
    { polling: 'mutation', timeout: 12_000 },
    before?.proof,
  );
  const drawn = await drawnNow(page);
  if (!drawn) throw new Error('Expected a proof on the screen');
  return drawn;
}

/** When pages newer than a save came into view, in ms since 1970. */
export async function seenAfter(page: Page, saved: number): Promise<number> {
  await page.waitForFunction((after) => Number(document.body.dataset['since']) > after, { polling: 'raf' }, saved);
  return page.evaluate(() => Number(document.body.dataset['since']));
}
