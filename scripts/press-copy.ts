import { compose } from './compose/compose.ts';
import { finding, type Finding } from './findings.ts';
import type { Library, Order, Pagination } from './model.ts';
import { openPressRoom, type PressRoom } from './press-room.ts';
import { BrowserMissing } from './press/pdf/browser-missing.ts';
import { press } from './press/press.ts';
import type { Problem } from './press/problem.ts';
import { noteFile } from './read/note.ts';

/** A product in memory, or what stands against it. */
export interface PressedCopy {
  readonly bytes: Uint8Array | null;
  readonly findings: readonly Finding[];
}

/** Composes and presses one order with a browser that keeps nothing, and writes nothing. Throws `BrowserMissing`. */
export async function pressCopy(order: Order, library: Library, signal: AbortSignal): Promise<PressedCopy> {
  const room = openPressRoom({ discreet: true });
  const stop = (): void => void room.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const printed = order.needs === null ? null : await pagesOf(order.needs, library, room);
    const front = await tryCopy(order, library, room, printed);
    const own = order.own;
    if (own === null || own.note === null || !front.problems.some(({ rule }) => rule === 'front-long')) return front;
    return await tryCopy({ ...order, own: { ...own, noteAt: 'after-cards' } }, library, room, printed);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await room.close();
  }
}

async function tryCopy(
  order: Order,
  library: Library,
  { printer, finish }: PressRoom,
  printed: Pagination | null,
): Promise<PressedCopy & { readonly problems: readonly Problem[] }> {
  const composed = compose(order, library);
  const stops = (findings: readonly Finding[]): boolean =>
    order.status !== 'incomplete' && findings.some(({ severity }) => severity === 'error');
  if (stops(composed.findings)) return { bytes: null, findings: composed.findings, problems: [] };
  const { artifact, problems } = await press(composed.publication, order, { printer, finish, guess: null, printed });
  const findings = [...composed.findings, ...problems.map((problem) => findingOf(problem, order))];
  const failed = stops(findings) || artifact.bytes.length === 0;
  return { bytes: failed ? null : artifact.bytes, findings, problems };
}

/** Where the printed edition has its pages; an ebook does without where no browser is. */
async function pagesOf(order: Order, library: Library, { printer, finish }: PressRoom): Promise<Pagination | null> {
  try {
    const { publication } = compose(order, library);
    return (await press(publication, order, { printer, finish, guess: null, printed: null })).pagination;
  } catch (error) {
    if (error instanceof BrowserMissing) return null;
    throw error;
  }
}

const tooLong: ReadonlySet<Problem['rule']> = new Set(['handout-long', 'front-long', 'checklist-long']);

/** Of a patient's own copy nothing is said that names what is in it. */
function findingOf({ rule, message, discreet }: Problem, { own, guide }: Order): Finding {
  if (own === null) return finding(rule, { file: guide.file }, message);
  const [what = ''] = (discreet ?? 'Unexpected failure of the press, expected a sound copy').split(': ');
  if (!tooLong.has(rule))
    return finding(rule, { file: guide.file }, `${what}: make it without \`--note\` and \`--actions\` to see more`);
  const ways = [
    ...(own.note === null ? [] : ['shorten the note']),
    'choose fewer actions with `--actions`',
    ...(rule === 'handout-long' ? ['make the checklist'] : []),
  ];
  const advice = `${what}: ${ways.join(', or ')}`;
  return own.note === null
    ? finding(rule, { file: guide.file }, advice)
    : finding('note-long', { file: noteFile }, advice);
}
