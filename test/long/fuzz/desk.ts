import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EditionId, Library, Order } from '../../../scripts/model.ts';
import { planOrders } from '../../../scripts/plan/orders.ts';
import { readLibrary } from '../../../scripts/read/library.ts';
import { SectionParser } from '../../../scripts/read/parse-in-worker.ts';
import { readPlain } from '../../../scripts/read/plain.ts';

const cwd = path.resolve(import.meta.dirname, '../../..');

/** Reads and plans one text after another, as the command does with a Markdown file. */
export class Desk {
  readonly #folder: string;
  readonly #base: Library;
  readonly #parser = new SectionParser();

  private constructor(folder: string, base: Library) {
    this.#folder = folder;
    this.#base = base;
  }

  static async open(): Promise<Desk> {
    const base = await readLibrary(path.join(cwd, 'content'), { cwd, only: [] });
    return new Desk(await mkdtemp(path.join(tmpdir(), 'guidepress-fuzz-')), { ...base, guides: [], findings: [] });
  }

  async close(): Promise<void> {
    await this.#parser.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async read(text: string): Promise<Library> {
    const file = path.join(this.#folder, 'x.md');
    await writeFile(file, text);
    return readPlain(file, this.#base, { cwd: this.#folder, language: 'en-GB', parser: this.#parser });
  }
}

/** The orders of one edition, stamped incomplete so that errors stop nothing. */
export function ordersOf(library: Library, editions: readonly EditionId[]): readonly Order[] {
  const options = {
    languages: ['en-GB'],
    places: ['GB'],
    editions: [...editions],
    papers: ['a4' as const],
    today: '2026-06-01',
  };
  return planOrders(library, { ...options, incomplete: new Set(library.guides) }).orders;
}
