import { createHash } from 'node:crypto';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact } from '../model.ts';
import { writeAtomically } from './atomic.ts';
import { writing } from './folder-fault.ts';
import { makeFolder } from './make-folder.ts';
import { readManifest, type Entry, type Manifest } from './manifest.ts';
import { isLeftOver, Staging, sweepStaging } from './staging.ts';

/** A file that is being written; a killed build may leave one, the next build removes it. */
const unfinished = /^\.guidepress-(\d+)-.*\.tmp$/;

/** Beside the manifest: what the last whole run was made from. It is gone while the folder is between two states. */
export const recordName = '.guidepress.json';

/**
 * The output folder. New files wait out of sight and replace the old ones when all are made, the manifest last: a build
 * that fails, or is killed, leaves the folder as it was; one killed in the moment of replacing leaves each file old or
 * new, never half of one. What Guidepress did not make is never touched.
 */
export class Output {
  readonly #folder: string;
  readonly #staging: Staging;
  readonly #before: ReadonlyMap<string, Entry>;
  readonly #staleBefore: readonly string[];
  readonly #made = new Map<string, Entry>();
  readonly #kept = new Map<string, Entry>();

  private constructor(folder: string, staging: Staging, manifest: Manifest) {
    this.#folder = folder;
    this.#staging = staging;
    this.#before = new Map(manifest.artifacts.map((entry) => [entry.path, entry]));
    this.#staleBefore = manifest.stale;
  }

  /**
   * Makes the folder if need be, reads its manifest and sweeps up what a killed build left. Throws MachineError where it
   * may not write.
   */
  static async open(folder: string): Promise<Output> {
    await writing(folder, () => makeFolder(folder));
    const manifest = await readManifest(folder);
    await sweepStaging(folder);
    await sweepBeside(folder, manifest.artifacts);
    return new Output(folder, await Staging.open(folder), manifest);
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

  /** The bytes of a product of this run, whether it was made or reused. */
  async bytesOf({ path: at }: Entry): Promise<Uint8Array> {
    return (await this.#staging.read(at)) ?? readFile(path.join(this.#folder, at));
  }

  /** Keeps a product for its place; it is there after `close`. */
  async write(artifact: Artifact, fingerprint: string): Promise<Entry> {
    const { order, bytes } = artifact;
    await this.#staging.add(order.path, bytes);
    const entry: Entry = {
      path: order.path,
      guide: order.guide.id,
      language: order.language.tag,
      place: order.country?.code ?? null,
      clinic: order.clinic?.id ?? null,
      edition: order.edition,
      paper: order.paper,
      variant: order.variant,
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

  /** Keeps another file for its place, relative to the output folder; it is there after `close`. The same bytes are left alone. */
  async add(at: string, bytes: Uint8Array): Promise<void> {
    const there = await readFile(path.join(this.#folder, at)).catch(() => null);
    if (there?.equals(bytes)) return;
    await this.#staging.add(at, bytes);
  }

  /** Replaces the old files by the new, the manifest last, then removes products that it no longer lists. */
  async close(manifest: Manifest): Promise<void> {
    await this.#staging.add('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    const record = path.join(this.#folder, recordName);
    await writing(record, () => rm(record, { force: true }));
    await this.#staging.commit();
    await sweepBeside(this.#folder, manifest.artifacts);
    const listed = new Set(manifest.artifacts.map((entry) => entry.path));
    for (const at of this.#before.keys()) {
      if (listed.has(at) || !isInside(this.#folder, at)) continue;
      await rm(path.join(this.#folder, at), { force: true });
      await removeEmpty(path.dirname(path.join(this.#folder, at)), this.#folder);
    }
  }

  /** Writes one file at once, after `close`. `at` is a name in the output folder. */
  async writeFile(at: string, bytes: Uint8Array): Promise<void> {
    const target = path.join(this.#folder, at);
    await writing(target, () => writeAtomically(target, bytes));
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

/** What was being written beside its place when a build was killed. */
async function sweepBeside(folder: string, artifacts: readonly Entry[]): Promise<void> {
  const folders = new Set(['.', ...artifacts.map((entry) => path.dirname(entry.path))]);
  for (const inner of folders) {
    if (inner !== '.' && !isInside(folder, inner)) continue;
    for (const name of await readdir(path.join(folder, inner)).catch(() => [])) {
      const pid = unfinished.exec(name)?.[1];
      if (pid !== undefined && isLeftOver(Number(pid))) await rm(path.join(folder, inner, name), { force: true });
    }
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
