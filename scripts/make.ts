import { compose } from './compose/compose.ts';
import { finding, type Finding } from './findings.ts';
import { sheetsOf } from './compose/sheets.ts';
import type { Artifact, Library, Order, Pagination, Parts } from './model.ts';
import type { Options } from './options.ts';
import { changedParts, fingerprintOf, partsOf, partsOfSheets } from './plan/fingerprint.ts';
import { BrowserMissing } from './press/pdf/browser-missing.ts';
import { press, pressSheets, type Pressed } from './press/press.ts';
import { openPressRoom, type PressRoom } from './press-room.ts';
import { factsOf, factsOfSheets, sourcesOf } from './report/facts.ts';
import type { Terminal } from './terminal.ts';
import type { Entry } from './write/manifest.ts';
import type { Ledger } from './write/ledger.ts';
import type { Output } from './write/output.ts';

/** A product of this run: made, or still right from an earlier one. */
export interface Product {
  readonly entry: Entry;
  readonly fresh: boolean;
  /** Why it was made; empty where it was not. */
  readonly why: readonly string[];
  readonly milliseconds: number;
}

/** What came of all orders. */
export interface Products {
  /** In the order of the orders. */
  readonly products: readonly Product[];
  readonly findings: readonly Finding[];
  /** Why no PDF could be made, where this machine has no browser; the rest was. */
  readonly lack: BrowserMissing | null;
}

interface Making {
  readonly library: Library;
  readonly output: Output;
  readonly ledger: Ledger;
  readonly options: Pick<Options, 'force' | 'draft' | 'parallel'>;
  /** Hash of the program and name of the browser: parts of each product. */
  readonly program: string;
  readonly browser: string;
  readonly terminal: Pick<Terminal, 'progress'>;
  readonly signal: AbortSignal;
}

/** Products that are composed, finished or written while others print. */
const inHand = 2;

/** Makes each order's product, a few at a time; results come in the order of the orders. */
export async function makeProducts(orders: readonly Order[], making: Making): Promise<Products> {
  const room = openPressRoom();
  const workshop = new Workshop(orders, making, room);
  const results: (Made | null)[] = orders.map(() => null);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < orders.length; index = next++) {
      making.signal.throwIfAborted();
      const order = orders[index];
      if (!order) continue;
      making.terminal.progress(`${done} of ${orders.length} made, now ${order.path}`);
      results[index] = await workshop.make(order);
      done++;
    }
  };
  // On Ctrl-C nobody waits for a page that is still being printed.
  const stop = (): void => void room.close();
  making.signal.addEventListener('abort', stop, { once: true });
  try {
    // As many print as were asked for; some more are composed, finished and written meanwhile.
    await Promise.all(Array.from({ length: Math.min(making.options.parallel + inHand, orders.length) }, work));
  } catch (error) {
    making.signal.throwIfAborted();
    throw error;
  } finally {
    making.signal.removeEventListener('abort', stop);
    await room.close();
    making.terminal.progress('');
  }
  const made = results.filter((result) => result !== null);
  const findings = new Map(made.flatMap((one) => one.findings).map((one) => [JSON.stringify(one), one]));
  return {
    products: made.flatMap(({ product }) => product ?? []),
    findings: [...findings.values()],
    lack: made.find(({ lack }) => lack)?.lack ?? null,
  };
}

interface Made {
  readonly product: Product | null;
  readonly findings: readonly Finding[];
  readonly pagination: Pagination | null;
  readonly lack?: BrowserMissing;
}

/** Makes products once each, whoever asks: the run, or another product that names their pages or is made of them. */
class Workshop {
  readonly #planned: ReadonlySet<string>;
  readonly #making: Making;
  readonly #room: PressRoom;
  readonly #made = new Map<string, Promise<Made>>();

  constructor(orders: readonly Order[], making: Making, room: PressRoom) {
    this.#planned = new Set(orders.map((order) => order.path));
    this.#making = making;
    this.#room = room;
  }

  make(order: Order): Promise<Made> {
    const made = this.#made.get(order.path) ?? this.#make(order);
    this.#made.set(order.path, made);
    return made;
  }

  async #make(order: Order): Promise<Made> {
    if (order.variant === 'sheets' && order.needs !== null) return this.#makeSheets(order, order.needs);
    const started = performance.now();
    const { library, output, ledger, program, browser, signal } = this.#making;
    const composed = compose(order, library);
    if (stops(composed.findings) && order.status !== 'incomplete') return this.#refuse(order, composed.findings);
    const printed = order.needs === null ? null : (await this.make(order.needs)).pagination;
    const parts = partsOf(composed.publication, {
      program,
      browser: order.format === 'pdf' ? browser : null,
      pagination: printed,
    });
    const before = ledger.of(order.path);
    // What is asked for its pages alone is not written.
    const listed = this.#planned.has(order.path);
    const entry = listed ? await this.#reuse(order, parts) : null;
    if (entry !== null) this.#refresh(order);
    if (entry !== null || (!listed && this.#isKnown(order, parts))) {
      const product = entry && { entry, fresh: false, why: [], milliseconds: performance.now() - started };
      return { product, findings: composed.findings, pagination: before?.pagination ?? null };
    }
    let pressed: Pressed;
    try {
      const { printer, finish } = this.#room;
      const guess = before?.pagination ?? null;
      pressed = await press(composed.publication, order, { printer, finish, guess, printed });
    } catch (error) {
      if (!(error instanceof BrowserMissing)) throw error;
      output.keepStale(order.path);
      return { product: null, findings: composed.findings, pagination: null, ...(listed ? { lack: error } : {}) };
    }
    signal.throwIfAborted();
    const findings = [...composed.findings, ...problemFindings(order, pressed)];
    if (stops(findings) && order.status !== 'incomplete') return this.#refuse(order, findings);
    if (pressed.artifact.bytes.length === 0) {
      output.keepStale(order.path);
      return { product: null, findings, pagination: null };
    }
    const { artifact, pagination, proof } = pressed;
    const product = listed ? await this.#write(artifact, parts, started) : null;
    const { publication } = composed;
    const facts = product && factsOf(order, library, { ...product, publication, proof, findings: composed.findings });
    // What was asked for its pages alone is not in the output: what is known of the old one stays.
    ledger.remember(order.path, { parts, pagination, facts: facts ?? before?.facts ?? null });
    return { product, findings, pagination };
  }

  /** Sheets are made of the reading copy's bytes, new or unchanged; without it there are none, and old ones are stale. */
  async #makeSheets(order: Order, needs: Order): Promise<Made> {
    const none = { findings: [], pagination: null };
    const reading = (await this.make(needs)).product?.entry;
    if (reading === undefined) {
      this.#making.output.keepStale(order.path);
      return { product: null, ...none };
    }
    const started = performance.now();
    const { library, output, ledger, program } = this.#making;
    const sheets = sheetsOf(order, library);
    const parts = partsOfSheets(reading, { program, sheets });
    const entry = await this.#reuse(order, parts);
    if (entry !== null) this.#refresh(order);
    if (entry !== null)
      return { product: { entry, fresh: false, why: [], milliseconds: performance.now() - started }, ...none };
    const status = reading.status === 'incomplete' ? reading.status : order.status;
    const artifact = await pressSheets(await output.bytesOf(reading), { ...order, status }, sheets);
    const product = await this.#write(artifact, parts, started);
    const facts = factsOfSheets(order, library, product.entry, ledger.of(needs.path)?.facts ?? null);
    ledger.remember(order.path, { parts, pagination: null, facts });
    return { product, ...none };
  }

  #isKnown(order: Order, parts: Parts): boolean {
    const before = this.#making.ledger.of(order.path);
    return !this.#making.options.force && before !== null && fingerprintOf(before.parts) === fingerprintOf(parts);
  }

  /** The product of an earlier run, where it was made of the same parts. */
  async #reuse(order: Order, parts: Parts): Promise<Entry | null> {
    return this.#isKnown(order, parts) ? this.#making.output.reuse(order.path, fingerprintOf(parts)) : null;
  }

  #refresh(order: Order): void {
    const { ledger, library } = this.#making;
    const before = ledger.of(order.path);
    if (before?.facts)
      ledger.remember(order.path, { ...before, facts: { ...before.facts, ...sourcesOf(order, library) } });
  }

  async #write(artifact: Artifact, parts: Parts, started: number): Promise<Product> {
    const { ledger, options, output } = this.#making;
    const before = ledger.of(artifact.order.path);
    const why = options.force ? ['--force'] : before === null ? ['new'] : reasons(changedParts(before.parts, parts));
    const entry = await output.write(artifact, fingerprintOf(parts));
    return { entry, fresh: true, why, milliseconds: performance.now() - started };
  }

  /** What has errors is not made: its old copy stays, stale. A draft is made all the same, stamped incomplete. */
  async #refuse(order: Order, findings: readonly Finding[]): Promise<Made> {
    if (this.#making.options.draft) return this.#make({ ...order, status: 'incomplete', review: null });
    this.#making.output.keepStale(order.path);
    return { product: null, findings, pagination: null };
  }
}

function reasons(changed: readonly string[]): readonly string[] {
  return changed.length === 0 ? ['its file was gone or changed'] : changed.map((part) => `${part} changed`);
}

function stops(found: readonly Finding[]): boolean {
  return found.some(({ severity }) => severity === 'error');
}

function problemFindings(order: Order, { problems }: Pressed): Finding[] {
  const clinic = order.clinic;
  return problems.map(({ rule, message }) => {
    // The text is not the clinic's to shorten.
    const own = clinic && rule === 'front-long' ? `, or the address and hours in ${clinic.file}` : '';
    return finding(rule, { file: order.guide.file }, `${message}${own} (${order.path})`);
  });
}
