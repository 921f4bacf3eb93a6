import type { FinishJob, FinishOutcome } from '../press/pdf/finish-and-audit.ts';
import type { Printer } from '../press/pdf/printer.ts';

/** A browser and a finishing thread, opened when they are first needed and kept warm. */
export interface LazyPress {
  readonly printer: () => Promise<Printer>;
  readonly finish: (job: FinishJob) => Promise<FinishOutcome>;
  /** Opens both before anybody waits for them; a machine without a browser is told when a page is asked for. */
  readonly warm: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens nothing yet. A browser that did not start is tried again the next time. */
export function lazyPress(): LazyPress {
  let opened: Promise<Printer> | null = null;
  let thread: Promise<{ finish: LazyPress['finish']; close: () => Promise<void> }> | null = null;
  let closed = false;
  const printer = (): Promise<Printer> => {
    if (closed) throw new Error('Expected an open press, got one that was closed');
    opened ??= import('../press/pdf/printer.ts')
      .then(({ openPrinter }) => openPrinter())
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return opened;
  };
  const finisher = () => (thread ??= import('../press/pdf/finishing-thread.ts').then((it) => new it.FinishingThread()));
  return {
    printer,
    finish: async (job) => (await finisher()).finish(job),
    warm: async () => {
      await Promise.all([finisher(), printer().catch(() => null)]);
    },
    close: async () => {
      closed = true;
      await Promise.all([
        opened?.then((it) => it.close()).catch(() => {}),
        thread?.then((it) => it.close()).catch(() => {}),
      ]);
    },
  };
}
