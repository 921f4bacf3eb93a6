import { parentPort } from 'node:worker_threads';
import type { FinishAnswer, FinishQuestion } from './finishing-thread.ts';
import { finishAndAudit } from './finish-and-audit.ts';

/** Runs in the worker: finishes each print that it is sent. */
export function answerPrints(): void {
  if (parentPort === null) throw new Error('expected to run in a worker, got the main thread');
  const port = parentPort;
  port.on('message', ({ id, job }: FinishQuestion) => {
    try {
      const outcome = finishAndAudit(job);
      const bytes = 'finished' in outcome ? outcome.finished.bytes.buffer : null;
      port.postMessage({ id, outcome } satisfies FinishAnswer, bytes instanceof ArrayBuffer ? [bytes] : []);
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error : new Error(String(error)) } satisfies FinishAnswer);
    }
  });
}
