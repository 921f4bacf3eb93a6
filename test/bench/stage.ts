import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyGuide } from './copy-guide.ts';
import type { Scale } from './options.ts';
import { run, type Ran, type Run } from './run.ts';

const home = path.resolve(import.meta.dirname, '../..');

/** What a build of Guidepress said and took. */
export interface Built extends Pick<Ran, 'seconds' | 'seen'> {
  /** Products that it names in its report; none where there was nothing to do. */
  readonly artifacts: readonly BuiltArtifact[];
}

/** A product as the command reports it. */
export interface BuiltArtifact {
  readonly path: string;
  readonly edition: string;
  readonly bytes: number;
  readonly fingerprint: string;
}

/** What parts of the bench share: a temporary folder, copies of content, and the real command. */
export class Stage {
  readonly folder: string;
  readonly scale: Scale;
  readonly signal: AbortSignal;
  /** Says what is being done. */
  readonly progress: (line: string) => void;
  readonly #made = new Map<string, Promise<string>>();
  readonly #running = new Set<Promise<Ran>>();
  #cold: Promise<{ readonly out: string; readonly built: Built }> | null = null;

  private constructor(folder: string, scale: Scale, signal: AbortSignal, progress: (line: string) => void) {
    this.folder = folder;
    this.scale = scale;
    this.signal = signal;
    this.progress = progress;
  }

  /** Makes the folder, with a copy of the content: an edit during the run changes nothing. */
  static async open(scale: Scale, signal: AbortSignal, progress: (line: string) => void): Promise<Stage> {
    const folder = await mkdtemp(path.join(tmpdir(), 'guidepress-bench-'));
    const stage = new Stage(folder, scale, signal, progress);
    await mkdir(stage.temporary);
    // Clinics are a part of their own: what is measured elsewhere is the publisher's set.
    const content = path.join(home, 'content');
    const clinics = path.join(content, 'clinics');
    await cp(content, stage.#original, { recursive: true, filter: (from) => from !== clinics });
    return stage;
  }

  /** Where processes keep their temporary files. */
  get temporary(): string {
    return path.join(this.folder, 'tmp');
  }

  get #original(): string {
    return path.join(this.folder, 'original');
  }

  /** A new empty folder. */
  async empty(): Promise<string> {
    return mkdtemp(path.join(this.folder, 'empty-'));
  }

  /** A content folder of that many copies of the first guide. */
  copies(count: number): Promise<string> {
    return this.#once(`copies-${count}`, (to) => copyGuide(this.#original, to, count));
  }

  /** The whole content, as far as this run goes. */
  content(): Promise<string> {
    return this.scale.copies === null ? Promise.resolve(this.#original) : this.copies(this.scale.copies);
  }

  /** A content folder of a part's own, to be changed. */
  async ownContent(): Promise<string> {
    const to = path.join(await this.empty(), 'content');
    await cp(await this.content(), to, { recursive: true });
    return to;
  }

  /** The whole content, built once for all parts that need products. */
  cold(): Promise<{ readonly out: string; readonly built: Built }> {
    const build = async () => {
      this.progress('building the whole content');
      const out = await this.empty();
      return { out, built: await this.build(await this.content(), out, this.scale.filters) };
    };
    return (this.#cold ??= build());
  }

  /** Builds with the real command, in a process of its own. Throws if it fails. */
  async build(content: string, out: string, words: readonly string[], watch = false): Promise<Built> {
    const bin = path.join(home, 'bin/guidepress.mjs');
    const all = [bin, 'build', '--content', content, '--out', out, '--json', ...words];
    const ran = await this.runNode(all, watch);
    const { artifacts } = JSON.parse(ran.stdout) as { artifacts: readonly BuiltArtifact[] };
    return { seconds: ran.seconds, seen: ran.seen, artifacts };
  }

  /** Runs a script in a Node process of its own. Throws if it fails, or was stopped. */
  async runNode(words: readonly string[], watch = false): Promise<Ran> {
    const { folder: cwd, temporary, signal } = this;
    const job: Run = { command: process.execPath, words, cwd, temporary, signal, watch };
    const running = run(job);
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  /** Waits for processes that were asked to end, and removes all of it. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #once(name: string, make: (to: string) => Promise<void>): Promise<string> {
    const to = path.join(this.folder, name);
    const made = this.#made.get(name) ?? make(to).then(() => to);
    this.#made.set(name, made);
    return made;
  }
}

/** Adds a paragraph to a Markdown file. */
export async function addParagraph(file: string, text: string): Promise<void> {
  await writeFile(file, `${(await readFile(file, 'utf8')).trimEnd()}\n\n${text}\n`);
}
