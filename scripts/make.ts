import { compose } from './compose/compose.ts';
import { finding, type Finding } from './findings.ts';
import type { Library, Order } from './model.ts';
import type { Options } from './options.ts';
import { fingerprintOf } from './plan/fingerprint.ts';
import type { Printer } from './press/pdf/browser.ts';
import { press, type Pressed } from './press/press.ts';
import type { Terminal } from './terminal.ts';
import type { Entry } from './write/manifest.ts';
import type { Output } from './write/output.ts';

/** A product of this run: made, or still right from an earlier one. */
export interface Product {
  readonly entry: Entry;
  readonly fresh: boolean;
  readonly milliseconds: number;
}

interface Making {
  readonly library: Library;
  readonly output: Output;
  readonly options: Options;
  /** Hash of the program and name of the browser: part of each fingerprint. */
  readonly program: string;
  readonly browser: string;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Makes each order's product, a few at a time; results come in the order of the orders. */
export async function makeProducts(
  orders: readonly Order[],
  making: Making,
): Promise<{ products: Product[]; findings: Finding[] }> {
  const browser = lazyPrinter();
  const results: (Product | null)[] = orders.map(() => null);
  const findings = new Map<string, Finding>();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < orders.length; index = next++) {
      making.signal.throwIfAborted();
      const order = orders[index];
      if (!order) continue;
      making.terminal.progress(`${done} of ${orders.length} made, now ${order.path}`);
      const made = await makeProduct(order, making, browser.open);
      for (const one of made.findings) findings.set(JSON.stringify(one), one);
      results[index] = made.product;
      done++;
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(making.options.parallel, orders.length) }, work));
  } finally {
    await browser.close();
    making.terminal.progress('');
  }
  return { products: results.filter((product) => product !== null), findings: [...findings.values()] };
}

interface Made {
  readonly product: Product | null;
  readonly findings: readonly Finding[];
}

async function makeProduct(order: Order, making: Making, printer: () => Promise<Printer>): Promise<Made> {
  const started = performance.now();
  const { library, output, options } = making;
  const composed = compose(order, library);
  const fingerprint = fingerprintOf(
    composed.publication,
    making.program,
    order.format === 'pdf' ? making.browser : null,
  );
  if (stops(composed.findings) && order.status !== 'incomplete')
    return refuse(order, composed.findings, making, printer);
  if (!options.force) {
    const entry = await output.reuse(order.path, fingerprint);
    if (entry)
      return {
        product: { entry, fresh: false, milliseconds: performance.now() - started },
        findings: composed.findings,
      };
  }
  const pressed = await press(composed.publication, order, { printer });
  making.signal.throwIfAborted();
  const findings = [...composed.findings, ...problemFindings(order, pressed)];
  if (stops(findings) && order.status !== 'incomplete') return refuse(order, findings, making, printer);
  if (pressed.artifact.bytes.length === 0) {
    output.keepStale(order.path);
    return { product: null, findings };
  }
  const entry = await output.write(pressed.artifact, fingerprint);
  return { product: { entry, fresh: true, milliseconds: performance.now() - started }, findings };
}

function stops(found: readonly Finding[]): boolean {
  return found.some(({ severity }) => severity === 'error');
}

/** What has errors is not made: its old copy stays, stale. A draft is made all the same, stamped incomplete. */
async function refuse(
  order: Order,
  findings: readonly Finding[],
  making: Making,
  printer: () => Promise<Printer>,
): Promise<Made> {
  if (making.options.draft) return makeProduct({ ...order, status: 'incomplete' }, making, printer);
  making.output.keepStale(order.path);
  return { product: null, findings };
}

function problemFindings(order: Order, { problems }: Pressed): Finding[] {
  return problems.map(({ rule, message }) => finding(rule, { file: order.guide.file }, `${message} (${order.path})`));
}

/** One browser for the run, opened when the first PDF is printed. */
function lazyPrinter(): { open: () => Promise<Printer>; close: () => Promise<void> } {
  let opened: Promise<Printer> | null = null;
  return {
    open: () => (opened ??= import('./press/pdf/browser.ts').then(({ openPrinter }) => openPrinter())),
    close: async () => {
      const printer = await opened?.catch(() => null);
      await printer?.close();
    },
  };
}
