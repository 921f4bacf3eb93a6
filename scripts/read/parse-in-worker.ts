import { Worker } from 'node:worker_threads';
import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { RuleId } from '../findings.ts';
import type { ParserAnswer } from './parser-thread.ts';

/** A parsed tree, or the rule that the text breaks and why. */
export type Parsed =
  | { readonly tree: Root }
  | { readonly problem: RuleId; readonly message: string; readonly position: Position | undefined };

/**
 * Parses Markdown in worker threads, with a deadline for each text: hostile or unlucky text can hold a parser for minutes, and
 * ends here with a problem. A thread starts with the first text and again after one that killed it; a second one helps
 * where many wait. Close it, or let the process end: an idle thread holds nothing up.
 */
export class SectionParser {
  readonly #lanes: readonly [Lane, Lane];

  /** @param deadline Milliseconds a text may take, the start of the thread not counted (default: `10_000`). */
  constructor({ deadline = 10_000 }: { readonly deadline?: number } = {}) {
    this.#lanes = [new Lane(deadline), new Lane(deadline)];
  }

  /** Parses a text when its turn comes. Throws only if the thread does not start. */
  parse(source: string): Promise<Parsed> {
    const [first, second] = this.#lanes;
    // To start a thread costs as much as to parse some dozens of sections.
    const helps = first.waiting >= 3 && second.waiting < first.waiting;
    return (helps ? second : first).parse(source);
  }

  /** Ends the threads; a later `parse` starts new ones. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}

/** One thread, one text at a time. */
class Lane {
  readonly #deadline: number;
  #worker: Promise<Worker> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  /** Texts whose turn has not ended. */
  waiting = 0;

  constructor(deadline: number) {
    this.#deadline = deadline;
  }

  parse(source: string): Promise<Parsed> {
    this.waiting += 1;
    const turn = this.#last.then(() => this.#parse(source)).finally(() => (this.waiting -= 1));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => null);
    this.#worker = null;
    await worker?.terminate();
  }

  async #parse(source: string): Promise<Parsed> {
    this.#worker ??= startWorker();
    const worker = await this.#worker;
    worker.ref();
    const answer = await answerWithin(worker, source, this.#deadline);
    worker.unref();
    if (answer.kind === 'late' || answer.kind === 'died') await this.close();
    return toParsed(answer, this.#deadline);
  }
}

/** What came of a text: an answer, none in time, or the end of the thread. */
type Outcome = ParserAnswer | { readonly kind: 'late' } | { readonly kind: 'died'; readonly reason: string };

async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./parser-worker.mjs', import.meta.url), {
    // Flags of this process are about its own loaders.
    execArgv: [],
    // A deep tree shall end as a finding, not in the parser's own recursion.
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 32 },
  });
  const first = await nextEvent(worker);
  if (first.kind !== 'ready') throw new Error(`expected the parser's thread to start, got ${JSON.stringify(first)}`);
  return worker;
}

async function answerWithin(worker: Worker, source: string, deadline: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), deadline);
  });
  try {
    const answer = nextEvent(worker);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    worker.postMessage(source);
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The next answer, or the end of the thread. */
function nextEvent(worker: Worker): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onError = (error: Error): void => settle({ kind: 'died', reason: error.message });
    const onExit = (code: number): void => settle({ kind: 'died', reason: `exit code ${code}` });
    worker.on('message', settle).on('error', onError).on('exit', onExit);
  });
}

function toParsed(outcome: Outcome, deadline: number): Parsed {
  const position = undefined;
  switch (outcome.kind) {
    case 'parsed':
      return { tree: outcome.tree };
    case 'deep': {
      const message = 'Unexpected depth of lists, quotes or marks, expected a few levels: make it flat';
      return { problem: 'nesting-deep', message, position: outcome.position };
    }
    case 'large': {
      const message = `Unexpected section with ${outcome.what}: split or simplify it`;
      return { problem: 'section-too-big', message, position: outcome.position };
    }
    case 'late': {
      const message = `Unexpected text that takes over ${deadline / 1000} s to parse, expected less: split or simplify it`;
      return { problem: 'section-too-slow', message, position };
    }
    case 'died': {
      const message = `Unexpected text that ended the parser (${outcome.reason}), expected less: split it`;
      return { problem: 'section-too-big', message, position };
    }
    case 'failed': {
      const message = `Unexpected text that the parser failed on (${outcome.reason}), expected Markdown: change it`;
      return { problem: 'file-unreadable', message, position };
    }
    case 'ready':
      throw new Error('expected an answer from the parser, got a second start');
  }
}
