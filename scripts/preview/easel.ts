import type { Finding } from '../findings.ts';
import type { Pagination } from '../model.ts';
import type { PageRange } from '../press/pdf/browser.ts';
import type { Proof, ProofFile } from './proof.ts';
import type { Pressed } from '../press/press.ts';

/** What viewers of a product are told: all of it each time, so that none can miss a step. */
export interface Held {
  /**
   * `waiting` for the first proof; `fresh`: the proof shows the text as it is; `held`: the text has errors, and the proof is the
   * last good one; `refused`: the proof is fresh, but a build would not make the product; `failed`: this machine, or we, failed.
   */
  readonly state: 'waiting' | 'fresh' | 'held' | 'refused' | 'failed';
  /** What else there is to say about the state, or null. */
  readonly message: string | null;
  readonly findings: readonly Finding[];
  readonly proof:
    (Pick<Proof, 'id' | 'format' | 'entries'> & { readonly steps: Readonly<Record<string, number>> }) | null;
  /** Pages of a newer proof, of those that somebody looks at; the whole follows. */
  readonly part: { readonly id: string; readonly first: number } | null;
  /** The finished product, once there is one that the proof shows. */
  readonly finished: { readonly pages: number | null; readonly bytes: number } | null;
}

/** Longest wait for viewers to fetch a proof before its product is finished, ms. */
const patience = 250;
/** Name of the finished product among a proof's files. */
export const finishedName = 'finished';

/** A product on show: its newest proof, the one before for who is still fetching it, and those who look at it. */
export class Easel {
  readonly path: string;
  /** The revision of the files that it shows, or -1. */
  revision = -1;
  /** HTML that the proof was printed from. */
  printed: string | null = null;
  pagination: Pagination | null = null;
  /** The pages that somebody looked at last; null where nobody said. */
  view: PageRange | null = null;
  /** What a build would refuse the product for. */
  problems: readonly Finding[] = [];
  readonly #onViewer: () => void;
  readonly #viewers = new Set<(held: Held) => void>();
  readonly #fetched = new Set<() => void>();
  #proofs: readonly Proof[] = [];
  #product: ProofFile | null = null;
  #part: Proof | null = null;
  #held: Held = { state: 'waiting', message: null, findings: [], proof: null, part: null, finished: null };
  /** What was said before errors held the pages back. */
  #before: Held['state'] = 'fresh';

  constructor(path: string, onViewer: () => void) {
    this.path = path;
    this.#onViewer = onViewer;
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  get state(): Held['state'] {
    return this.#held.state;
  }

  /** Tells a viewer now and whenever something changes; the function that comes back ends it. */
  join(viewer: (held: Held) => void): () => void {
    this.#viewers.add(viewer);
    viewer(this.#held);
    this.#onViewer();
    return () => this.#viewers.delete(viewer);
  }

  /** Changes what is told and tells it. */
  tell(changes: Partial<Held>): void {
    if (changes.state === 'held' && this.#held.state !== 'held') this.#before = this.#held.state;
    this.#held = { ...this.#held, ...changes };
    for (const viewer of this.#viewers) viewer(this.#held);
  }

  /** The text is again what the proof shows, or soon will be. */
  revive(findings: readonly Finding[]): void {
    this.tell({ state: this.#held.proof ? this.#before : 'waiting', message: null, findings });
  }

  /** Puts a new proof up. Resolves when somebody has fetched it, or does not in time. */
  async show(shown: {
    readonly proof: Proof;
    readonly html: string | null;
    readonly findings: readonly Finding[];
    readonly steps: Readonly<Record<string, number>>;
  }): Promise<void> {
    const { proof, html, findings, steps } = shown;
    const { id, format, entries } = proof;
    const isNew = this.#held.proof?.id !== id;
    this.printed = html;
    if (isNew) {
      this.#proofs = [proof, ...this.#proofs].slice(0, 2);
      this.#product = null;
    }
    const finished = isNew ? null : this.#held.finished;
    this.#part = null;
    this.tell({ state: 'fresh', message: null, findings, proof: { id, format, entries, steps }, part: null, finished });
    if (!isNew || this.#viewers.size === 0) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#fetched.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patience);
      this.#fetched.add(done);
    });
  }

  /** Puts some pages of the next proof up, before the rest is printed. */
  showPart(proof: Proof, first: number): void {
    this.#part = proof;
    this.tell({ part: { id: proof.id, first } });
  }

  /** What finishing gave; with problems the proof stays, for the author must see what is wrong with it. */
  finish(
    { artifact, pagination }: Pick<Pressed, 'artifact' | 'pagination'>,
    problems: readonly Finding[],
    findings: readonly Finding[],
  ): void {
    const { bytes, mediaType, pages } = artifact;
    this.pagination = pagination;
    this.problems = problems;
    this.#product = bytes.length > 0 ? { bytes, mediaType } : null;
    this.tell({
      state: problems.length > 0 ? 'refused' : 'fresh',
      findings,
      finished: problems.length === 0 && this.#product ? { pages, bytes: bytes.length } : null,
    });
  }

  /** A file of its proofs by the proof's id, or the finished product. */
  file(id: string, name: string): ProofFile | null {
    if (this.#part?.id === id) return this.#part.files.get(name) ?? null;
    const proof = this.#proofs.find((one) => one.id === id);
    if (!proof) return null;
    if (name === finishedName) return proof === this.#proofs[0] ? this.#product : null;
    // Told after the bytes have been handed to the socket.
    setImmediate(() => this.#fetched.forEach((done) => done()));
    return proof.files.get(name) ?? null;
  }

  close(): void {
    for (const done of this.#fetched) done();
    this.#viewers.clear();
  }
}
