import { noteGaps } from './compose/note-gaps.ts';
import { explain, exit } from './exit.ts';
import { finding, type Finding } from './findings.ts';
import type { Order } from './model.ts';
import type { Options } from './options.ts';
import { onlyOrder, ownOrder } from './plan/own-order.ts';
import { pressCopy } from './press-copy.ts';
import { readNote } from './read/note.ts';
import { strictly } from './severity.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { openTarget } from './write/own-copy.ts';

/**
 * `guidepress build --to`: one product to one file, for a patient with chosen actions and a note if asked for. It opens no output
 * folder and remembers nothing; what it says holds nothing of the patient. Resolves to the exit code.
 */
export async function makeCopy(options: Options, to: string, signal: AbortSignal): Promise<number> {
  const started = performance.now();
  // Standard output is the copy's, where it goes there.
  const terminal = openTerminal({ ...options, quiet: options.quiet || to === '-' });
  const target = await openTarget(to, [options.out, options.content]);
  const note = options.note === null ? null : await readNote(options.note);
  const { library, order, findings } = await planCopy(options, note?.text ?? null);
  if (order === null) return report(options, terminal, findings, started);
  const wrong = [...(note?.findings ?? []), ...noteGaps(order)];
  if (wrong.length > 0) return report(options, terminal, [...findings, ...wrong], started);
  terminal.progress('Printing');
  const { bytes, ...pressed } = await discreetly(order, () => pressCopy(order, library, signal));
  terminal.progress('');
  signal.throwIfAborted();
  if (bytes !== null) target.write(bytes);
  return report(options, terminal, [...findings, ...strictly(pressed.findings, options)], started, bytes);
}

/** The one order, for the patient; null where errors stop its guide. */
async function planCopy(options: Options, note: string | null) {
  const [{ checkLibrary }, { load }, { planOrders }] = await Promise.all([
    import('./check/index.ts'),
    import('./load.ts'),
    import('./plan/orders.ts'),
  ]);
  const { library, blocked } = await load(options, checkLibrary);
  const incomplete = new Set(library.guides.filter(({ id }) => blocked.has(id)));
  const { orders, unmet } = planOrders(library, { ...options, incomplete });
  const findings: readonly Finding[] = [
    // Notes are for authors; who makes a copy waits for it.
    ...library.findings.filter(({ severity }) => severity !== 'note'),
    ...unmet.map(({ guide, edition, message }) =>
      finding('edition-empty', { file: guide.file }, `Unexpected edition \`${edition}\`, ${message}`),
    ),
  ];
  if (orders.length === 0 && findings.some(({ severity }) => severity === 'error'))
    return { library, order: null, findings };
  const order = ownOrder(onlyOrder(orders), { actions: options.actions, note });
  return { library, order: incomplete.has(order.guide) && !options.draft ? null : order, findings };
}

/** A fault of ours may quote what it stumbled over: a patient's copy says only where it happened. */
async function discreetly<T>(order: Order, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (order.own === null || explain(error).code !== exit.bug || !(error instanceof Error)) throw error;
    const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
    const fault = new Error();
    fault.stack = [`${error.name} while a patient’s own copy was made`, ...places].join('\n');
    throw fault;
  }
}

function report(
  options: Options,
  terminal: Terminal,
  findings: readonly Finding[],
  started: number,
  made: Uint8Array | null = null,
): number {
  const milliseconds = Math.round(performance.now() - started);
  if (options.json) process.stdout.write(`${JSON.stringify({ findings, artifacts: [], milliseconds })}\n`);
  else terminal.findings(findings);
  if (made === null) {
    terminal.say(`Not made (${milliseconds} ms)`);
    return exit.content;
  }
  terminal.say(`Made, ${Math.ceil(made.length / 1000)} kB; nothing else was kept (${milliseconds} ms)`);
  return exit.made;
}
