import { Worker } from 'node:worker_threads';
import type { FinishJob, FinishOutcome } from './finish-and-audit.ts';

/** What goes to the thread and comes back. */
export interface FinishQuestion {
  readonly id: number;
  readonly job: FinishJob;
}

/** An outcome, or the error that the finisher threw: a fault of ours. */
export type FinishAnswer = { readonly id: number } & ({ readonly outcome: FinishOutcome } | { readonly error: Error });

/** Finishes prints in a thread beside the one that composes, one after the other. The thread starts at once. */
export class FinishingThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (outcome: FinishOutcome) => void; reject: (error: Error) => void }>();
  #last = 0;

  constructor() {
    this.#worker = new Worker(new URL('./finishing-worker.mjs', import.meta.url), {
      // Flags of this process are about its own loaders.
      execArgv: [],
      // Finishing makes much that is soon forgotten: with room for it the thread needs about a seventh less processor time.
      resourceLimits: { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 96 },
    });
    this.#worker.on('message', (answer: FinishAnswer) => this.#settle(answer));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`Expected the finishing thread to go on, got exit ${code}`)),
    );
    this.#worker.unref();
  }

  /** Finishes one print; its bytes are handed over and cannot be read afterwards. */
  readonly finish = (job: FinishJob): Promise<FinishOutcome> => {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      const { buffer } = job.pdf;
      const whole = buffer instanceof ArrayBuffer && job.pdf.byteLength === buffer.byteLength;
      this.#worker.postMessage({ id, job } satisfies FinishQuestion, whole ? [buffer] : []);
    });
  };

  /** Ends the thread. What it had not finished is rejected. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: FinishAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('error' in answer) waiting?.reject(answer.error);
    else waiting?.resolve(answer.outcome);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
