import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pagination, Parts } from '../model.ts';
import type { Facts } from '../report/facts.ts';
import type { Entry } from './manifest.ts';
import type { Output } from './output.ts';

/** Beside the manifest: what each product was made of, on which pages it says what, what was measured and checked. Without it all is made as if new. */
const ledgerName = '.guidepress-memory.json';

/** What is remembered of a product. */
export interface Remembered {
  readonly parts: Parts;
  /** Null for what has no pages. */
  readonly pagination: Pagination | null;
  /** Of the product that is in the output; null where nobody knows. */
  readonly facts: Facts | null;
}

/** What earlier runs made, by path: it tells why something is made again, saves prints, and keeps what a report says. */
export class Ledger {
  readonly #products: Map<string, Remembered>;
  readonly #fresh = new Set<string>();

  private constructor(products: Map<string, Remembered>) {
    this.#products = products;
  }

  /** Reads what an output folder remembers; nothing where it holds nothing that can be read. */
  static async read(folder: string): Promise<Ledger> {
    try {
      const read: unknown = JSON.parse(await readFile(path.join(folder, ledgerName), 'utf8'));
      return new Ledger(new Map(Object.entries(read as Record<string, Remembered>)));
    } catch {
      return new Ledger(new Map());
    }
  }

  of(at: string): Remembered | null {
    return this.#products.get(at) ?? null;
  }

  /** What is known of a product with these bytes. */
  factsOf({ path: at, sha256 }: Pick<Entry, 'path' | 'sha256'>): Facts | null {
    const facts = this.of(at)?.facts ?? null;
    return facts?.sha256 === sha256 ? facts : null;
  }

  remember(at: string, what: Remembered): void {
    this.#products.set(at, what);
    this.#fresh.add(at);
  }

  /** Keeps it for the output's next run: of the products that the manifest lists, and what this run learned. */
  async write(output: Output, listed: ReadonlySet<string>): Promise<void> {
    const kept = [...this.#products]
      .filter(([at]) => listed.has(at) || this.#fresh.has(at))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    await output.add(ledgerName, new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(kept))}\n`));
  }
}
