import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin } from '../long/measured-run.ts';

const ownContent = path.resolve(import.meta.dirname, '../../content');

/** Files by their path in a folder. */
export type Files = ReadonlyMap<string, Buffer>;

/** How a build ended. */
export interface Ended {
  /** Null if a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A build that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A folder with a small library, and the command run in it as a user does. */
export class Workplace {
  /** Absolute, links followed. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<Workplace> {
    const place = new Workplace(await realpath(await mkdtemp(path.join(tmpdir(), 'guidepress-faults-'))));
    const content = path.join(place.folder, 'content');
    // What the command and its browser keep for themselves while they run lies in a folder that tells whose it is.
    await mkdir(path.join(place.folder, 'tmp'));
    for (const file of ['languages/en-GB.yml', 'places/GB.yml']) {
      await cp(path.join(ownContent, file), path.join(content, file));
    }
    await writeFile(path.join(content, 'library.yml'), 'publisher: Test press\nlanguage: en-GB\nplace: GB\n');
    return place;
  }

  get content(): string {
    return path.join(this.folder, 'content');
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Writes the guides `walk` and `rest`, with these words in each section. */
  async writeGuides(words: string): Promise<void> {
    for (const id of ['walk', 'rest']) {
      const guide = path.join(this.content, 'guides', id);
      await mkdir(path.join(guide, 'en-GB'), { recursive: true });
      await writeFile(path.join(guide, 'guide.yml'), `title: How to ${id}\ndate: 2026-01-02\n`);
      for (const [index, name] of ['first', 'second'].entries()) {
        const text = `---\nin: [handout, guide, ebook, web]\n---\n# The ${name} part\n\n${words} ${words}\n\n- ${words}\n`;
        await writeFile(path.join(guide, 'en-GB', `0${index + 1}-${name}.md`), text);
      }
    }
  }

  /** Starts `guidepress build` with further words. */
  start(...words: readonly string[]): Running {
    const child = spawn(process.execPath, [bin, 'build', ...words], {
      cwd: this.folder,
      env: { ...process.env, TMPDIR: path.join(this.folder, 'tmp') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      // Not `close`: a browser that outlives the command may hold its streams open.
      child.on('exit', (code) =>
        resolve({
          code,
          get stdout() {
            return output.stdout;
          },
          get stderr() {
            return output.stderr;
          },
        }),
      );
    });
    return { child, ended };
  }

  /** Runs `guidepress build` to its end. */
  async build(...words: readonly string[]): Promise<Ended> {
    const { child, ended } = this.start(...words);
    await new Promise((resolve) => child.on('close', resolve));
    return ended;
  }
}

/** What a folder holds, but for names that start with a dot. */
export async function filesIn(folder: string): Promise<Files> {
  const files = new Map<string, Buffer>();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const at = path.relative(folder, file);
    if (!at.split(path.sep).some((part) => part.startsWith('.'))) files.set(at, await readFile(file));
  }
  return files;
}

/** Names in a folder, and the folders in it, that tell of work which was not finished. */
export async function unfinishedIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /(?:^|\/)\.guidepress-\d/.test(name));
}
