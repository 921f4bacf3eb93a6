import type { FinishJob, FinishOutcome } from './press/pdf/finish-and-audit.ts';
import type { FinishingThread } from './press/pdf/finishing-thread.ts';
import type { Printer } from './press/pdf/printer.ts';

/** What all PDFs of a run share, opened when the first one asks: a browser, and a thread that finishes prints. */
export interface PressRoom {
  readonly printer: () => Promise<Printer>;
  readonly finish: (job: FinishJob) => Promise<FinishOutcome>;
  /** Ends both; may be called again. */
  readonly close: () => Promise<void>;
}

/** Opens nothing yet. */
export function openPressRoom(): PressRoom {
  let printer: Promise<Printer> | null = null;
  let thread: Promise<FinishingThread> | null = null;
  const openThread = (): Promise<FinishingThread> =>
    (thread ??= import('./press/pdf/finishing-thread.ts').then(({ FinishingThread: Thread }) => new Thread()));
  return {
    printer: () => {
      // Both take a while to start: side by side.
      void openThread();
      return (printer ??= import('./press/pdf/printer.ts').then(({ openPrinter }) => openPrinter()));
    },
    finish: async (job) => (await openThread()).finish(job),
    close: async () => {
      const [opened, started] = await Promise.all([printer?.catch(() => null), thread]);
      await Promise.all([opened?.close(), started?.close()]);
    },
  };
}
