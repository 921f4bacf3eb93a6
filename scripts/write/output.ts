import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact } from '../model.ts';
import { writeAtomically } from './atomic.ts';
import { readManifest, type Entry, type Manifest } from './manifest.ts';

/** A file that is being written; a killed build may leave one, the next build removes it. */
const unfinished = /^\.guidepress-\d+-.*\.tmp$/;

/**
 * The output folder. Each file is written beside its place and renamed into it, so a killed build leaves the old file
 * or the new one, never half of one. What Guidepress did not make is never touched.
 */
export class Output {
  readonly #folder: string;
  readonly #before: ReadonlyMap<string, Entry>;
  readonly #staleBefore: readonly string[];
  readonly #made = new Map<string, Entry>();
  readonly #kept = new Map<string, Entry>();

  private constructor(folder: string, manifest: Manifest) {
    this.#folder = folder;
    this.#before = new Map(manifest.artifacts.map((entry) => [entry.path, entry]));
    this.#staleBefore = manifest.stale;
  }

  /** Makes the folder if need be, reads its manifest and sweeps up what a killed build left. Throws where it may not write. */
  static async open(folder: string): Promise<Output> {
    await mkdir(folder, { recursive: true });
    const manifest = await readManifest(folder);
    const folders = new Set(['.', ...manifest.artifacts.map((entry) => path.dirname(entry.path))]);
    for (const inner of folders) await sweep(path.join(folder, inner));
    return new Output(folder, manifest);
  }

  /** The product that is there already, whole and made from the same input; then it counts as made. */
  async reuse(at: string, fingerprint: string): Promise<Entry | null> {
    const entry = this.#before.get(at);
    if (!entry || entry.fingerprint !== fingerprint) return null;
    const bytes = await readFile(path.join(this.#folder, at)).catch(() => null);
    if (bytes === null || sha256(bytes) !== entry.sha256) return null;
    this.#made.set(at, entry);
    return entry;
  }

  /** Writes a product. */
  async write(artifact: Artifact, fingerprint: string): Promise<Entry> {
    const { order, bytes } = artifact;
    await this.writeFile(order.path, bytes);
    const entry: Entry = {
      path: order.path,
      guide: order.guide.id,
      language: order.language.tag,
      place: order.country?.code ?? null,
      clinic: order.clinic,
      edition: order.edition,
      paper: order.paper,
      variant: null,
      mediaType: artifact.mediaType,
      bytes: bytes.length,
      sha256: sha256(bytes),
      pages: artifact.pages,
      status: order.status,
      pageList: artifact.pageList,
      fingerprint,
    };
    this.#made.set(order.path, entry);
    return entry;
  }

  /** An order that failed: its old product stays, and is listed as stale. */
  keepStale(at: string): void {
    const entry = this.#before.get(at);
    if (entry) this.#kept.set(at, entry);
  }

  /**
   * What the manifest is to say. A whole plan forgets what it no longer makes, but for products that `keeps` says
   * belong to a guide that failed; a filtered run leaves everything else as it was.
   */
  manifest(generator: string, whole: boolean, keeps: (entry: Entry) => boolean): Manifest {
    const stale = new Set(this.#kept.keys());
    const all = new Map([...this.#kept, ...this.#made]);
    for (const [at, entry] of this.#before) {
      if (all.has(at)) continue;
      if (keeps(entry)) stale.add(at);
      else if (whole) continue;
      else if (this.#staleBefore.includes(at)) stale.add(at);
      all.set(at, entry);
    }
    const artifacts = [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { generator, artifacts, stale: [...stale].filter((at) => !this.#made.has(at)).sort() };
  }

  /** Writes the manifest, then removes products that it no longer lists. */
  async close(manifest: Manifest): Promise<void> {
    await this.writeFile('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    const listed = new Set(manifest.artifacts.map((entry) => entry.path));
    for (const at of this.#before.keys()) {
      if (listed.has(at) || !isInside(this.#folder, at)) continue;
      await rm(path.join(this.#folder, at), { force: true });
      await removeEmpty(path.dirname(path.join(this.#folder, at)), this.#folder);
    }
  }

  /** Writes one file atomically. `at` is relative to the output folder. */
  async writeFile(at: string, bytes: Uint8Array): Promise<void> {
    const target = path.join(this.#folder, at);
    await mkdir(path.dirname(target), { recursive: true });
    await writeAtomically(target, bytes);
  }
}

/** Lower-case hexadecimal SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A manifest could name any path; only those inside the folder are ours to remove. */
function isInside(folder: string, at: string): boolean {
  const relative = path.relative(folder, path.resolve(folder, at));
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (unfinished.test(name) && !isRunning(name)) await rm(path.join(folder, name), { force: true });
  }
}

/** True where the process that writes a temporary file still lives. */
function isRunning(name: string): boolean {
  const pid = Number(/^\.guidepress-(\d+)-/.exec(name)?.[1]);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function removeEmpty(folder: string, top: string): Promise<void> {
  if (path.resolve(folder) === path.resolve(top)) return;
  const gone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (gone) await removeEmpty(path.dirname(folder), top);
}
