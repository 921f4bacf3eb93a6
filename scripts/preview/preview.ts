import path from 'node:path';
import { checkLibrary } from '../check/index.ts';
import { compose } from '../compose/compose.ts';
import { explain, UsageError } from '../exit.ts';
import { finding, type Finding } from '../findings.ts';
import { blockedClinics, blockedGuides, load } from '../load.ts';
import type { Library, Order } from '../model.ts';
import type { Options } from '../options.ts';
import type { FinishJob, FinishOutcome } from '../press/pdf/finish-and-audit.ts';
import type { Printer } from '../press/pdf/printer.ts';
import { Memory } from '../read/memory.ts';
import { strictly } from '../severity.ts';
import { firstOffer, offersOf, ordersOf, type Offer } from './offers.ts';
import { Easel, type Held } from './easel.ts';
import { hasErrors, merge } from './findings.ts';
import { pullProof } from './pull-proof.ts';
import { Stopwatch } from './stopwatch.ts';

/** What a preview works with, opened and closed by its caller. */
export interface PreviewTools {
  readonly printer: () => Promise<Printer>;
  readonly finish: (job: FinishJob) => Promise<FinishOutcome>;
  readonly say: (line: string) => void;
}

/** From this many pages on those in view are printed first. */
const longDocument = 8;

/** After this much quiet, ms, the list of products is read anew. */
const rest = 1500;

/**
 * Keeps proofs of the products that somebody looks at as new as the files are. One product at a time is made, by the functions
 * that `build` uses; a guide with errors keeps its last good proof.
 */
export class Preview {
  readonly #options: Options;
  readonly #tools: PreviewTools;
  readonly #memory = new Memory();
  /** What is typed after `watch` for a guide, by its id. */
  readonly #words = new Map<string, string>();
  readonly #easels = new Map<string, Easel>();
  #offers: readonly Offer[] = [];
  #first: string | null = null;
  #revision = 0;
  #working: Promise<void> | null = null;
  #resting: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: Options, tools: PreviewTools) {
    this.#options = options;
    this.#tools = tools;
  }

  /** Reads the library once. Throws UsageError as `build` does: for a guide, language or place that there is none of. */
  async open(): Promise<void> {
    const library = await this.#readAll();
    this.#first = firstOffer(this.#offers, this.#options, library.language)?.path ?? null;
  }

  /** All that can be looked at, and what to begin with. */
  get offers(): { readonly offers: readonly Offer[]; readonly first: string | null } {
    return { offers: this.#offers, first: this.#first };
  }

  /** The easel of a product by its path; null for a path that was never offered. */
  easel(at: string): Easel | null {
    const known = this.#easels.get(at);
    if (known) return known;
    if (!this.#offers.some((offer) => offer.path === at)) return null;
    const easel = new Easel(at, () => void this.#work());
    this.#easels.set(at, easel);
    return easel;
  }

  /** A file of a proof that is on show or was a moment ago. */
  file(id: string, name: string) {
    for (const easel of this.#easels.values()) {
      const file = easel.file(id, name);
      if (file) return file;
    }
    return null;
  }

  /** To be called when a file has changed. */
  readonly change = (): void => {
    this.#revision += 1;
    void this.#work();
  };

  /** Stops; what is under way ends by itself or with its tools. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#resting) clearTimeout(this.#resting);
    for (const easel of this.#easels.values()) easel.close();
    await this.#memory.close();
  }

  /** One at a time, until each easel that somebody looks at shows the newest text. */
  #work(): Promise<void> {
    this.#working ??= this.#catchUp().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #catchUp(): Promise<void> {
    if (this.#resting) clearTimeout(this.#resting);
    for (;;) {
      const stale = [...this.#easels.values()].find(
        (easel) => easel.viewers > 0 && easel.revision !== this.#revision && !this.#closed,
      );
      if (!stale) break;
      const revision = this.#revision;
      await this.#renew(stale, revision).catch((error: unknown) => this.#fail(stale, error));
      stale.revision = revision;
    }
    if (!this.#closed) this.#resting = setTimeout(() => void this.#readAll().catch(() => {}), rest).unref();
  }

  /** Reads one guide in one language, checks it while the browser prints it, and shows it if it is sound. */
  async #renew(easel: Easel, revision: number): Promise<void> {
    const watch = new Stopwatch();
    const id = easel.path.split('/')[0] ?? '';
    const options = { ...this.#options, guides: [this.#words.get(id) ?? id] };
    const onlyLanguage = this.#offers.find(({ path: at }) => at === easel.path)?.language.tag;
    const how = { memory: this.#memory, ...(onlyLanguage === undefined ? {} : { onlyLanguage }) };
    const { library } = await load(options, (read) => read.findings, how);
    watch.lap('read');
    const order = ordersOf(library, options).find((one) => one.path === easel.path);
    const composed = order && !this.#stops(library) ? compose(order, library) : null;
    watch.lap('compose');
    let findings: readonly Finding[] = composed?.findings ?? [];
    const judge = (): boolean => {
      const [place] = options.places;
      const checked = checkLibrary(library, { today: options.today, ...(place === undefined ? {} : { place }) });
      const stopped = this.#stops({ ...library, findings: checked }) || hasErrors(findings);
      findings = strictly(merge(checked, findings), options);
      watch.lap('check');
      return !stopped;
    };
    const hold = (): void => easel.tell({ state: 'held', findings, message: reasonOf(order, easel) });
    if (!order || !composed || hasErrors(composed.findings)) {
      judge();
      hold();
      this.#report(easel, watch, findings, 'kept');
      return;
    }
    const product = await pullProof(composed.publication, order, {
      printer: this.#tools.printer,
      finish: this.#tools.finish,
      guess: easel.pagination,
      view: easel.pagination && easel.pagination.pages >= longDocument ? easel.view : null,
      showPart: (proof, first) => easel.showPart(proof, first),
      printed: easel.printed,
      judge: (same) => {
        const good = judge();
        if (same) findings = merge(findings, easel.problems);
        if (!good) hold();
        else if (easel.state === 'held') easel.revive(findings);
        else easel.tell({ findings });
        return good;
      },
      show: async (proof, html) => {
        watch.lap('print');
        await easel.show({ proof, html, findings, steps: watch.steps });
        this.#report(easel, watch, findings, 'new pages');
        if (revision === this.#revision && !this.#closed) return true;
        easel.printed = null;
        return false;
      },
    });
    if (!product) {
      if (easel.state !== 'held') await this.#judgeAll(easel, options, findings, revision);
      return;
    }
    watch.lap('finish');
    const problems = product.problems.map(({ rule, message }) =>
      finding(rule, { file: order.guide.file }, `${message} (${order.path})`),
    );
    findings = merge(findings, problems);
    easel.finish(product, problems, findings);
    await this.#judgeAll(easel, options, findings, revision);
  }

  /** What the rules say of the guide in all its languages, once its pages are on show in one: errors hold them back after all. */
  async #judgeAll(easel: Easel, options: Options, found: readonly Finding[], revision: number): Promise<void> {
    if (revision !== this.#revision || this.#closed) return;
    const [place] = options.places;
    const judge = (read: Library): readonly Finding[] =>
      checkLibrary(read, { today: options.today, ...(place === undefined ? {} : { place }) });
    const { library } = await load(options, judge, { memory: this.#memory });
    if (revision !== this.#revision || this.#closed) return;
    const findings = merge(library.findings, found);
    if (this.#stops(library)) easel.tell({ state: 'held', findings });
    else easel.tell({ findings });
  }

  /** Whether errors stop what is on show: a guide's own, or those of the clinic in whose name it is. */
  #stops(library: Library): boolean {
    const content = path.resolve(this.#options.content);
    const clinics = blockedClinics(library, content);
    return blockedGuides(library, content).size > 0 || this.#options.clinics.some((id) => clinics.has(id));
  }

  #report(easel: Easel, watch: Stopwatch, findings: readonly Finding[], what: string): void {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const wrong = errors > 0 ? `, ${errors} ${errors === 1 ? 'error' : 'errors'}` : '';
    const outcome = errors > 0 && what === 'kept' ? 'last good pages kept' : what;
    this.#tools.say(`${easel.path}: ${outcome} in ${watch.total} ms (${watch})${wrong}`);
  }

  /** The preview goes on, whatever a guide does to it. */
  #fail(easel: Easel, error: unknown): void {
    if (this.#closed) return;
    const gone = error instanceof UsageError;
    const { message } = explain(error);
    this.#tools.say(message);
    const [line = ''] = message.split('\n');
    easel.tell({ state: gone ? 'held' : 'failed', message: line } satisfies Partial<Held>);
  }

  async #readAll(): Promise<Library> {
    const { guides } = this.#options;
    const parts: Library[] = [];
    for (const word of guides.length > 0 ? guides : [null]) {
      const options = word === null ? this.#options : { ...this.#options, guides: [word] };
      const { library } = await load(options, (read) => read.findings, { memory: this.#memory });
      for (const { id } of library.guides) this.#words.set(id, word ?? id);
      parts.push(library);
    }
    const offers = parts.flatMap((library) => offersOf(library, this.#options));
    if (JSON.stringify(offers) !== JSON.stringify(this.#offers)) {
      this.#offers = offers;
      for (const easel of this.#easels.values()) easel.tell({});
    }
    const [library] = parts;
    if (!library) throw new Error('Expected a library');
    return library;
  }
}

function reasonOf(order: Order | undefined, { path: at }: Easel): string | null {
  return order ? null : `There is no ${at} any more: the guide has nothing for it, or could not be read`;
}
