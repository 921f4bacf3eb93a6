import type { FinishJob, FinishOutcome } from './press/pdf/finish-and-audit.ts';
import type { FinishingThread } from './press/pdf/finishing-thread.ts';
import type { Printer } from './press/pdf/printer.ts';

/** What all PDFs of a run share, opened when the first one asks: a browser, and a thread that finishes prints. */
export interface PressRoom {
  /** A browser that did not start is tried again the next time. */
  readonly printer: () => Promise<Printer>;
  readonly finish: (job: FinishJob) => Promise<FinishOutcome>;
  /** Opens both before anybody waits for them; a machine without a browser is told when a page is asked for. */
  readonly warm: () => Promise<void>;
  /** Ends both; may be called again. */
  readonly close: () => Promise<void>;
}

/** Opens nothing yet. `discreet`: the browser keeps nothing of what it prints on a disk. */
export function openPressRoom({ discreet = false }: { readonly discreet?: boolean } = {}): PressRoom {
  let opened: Promise<Printer> | null = null;
  let thread: Promise<FinishingThread> | null = null;
  let closed = false;
  const finisher = (): Promise<FinishingThread> =>
    (thread ??= import('./press/pdf/finishing-thread.ts').then(({ FinishingThread: Thread }) => new Thread()));
  const printer = (): Promise<Printer> => {
    if (closed) throw new Error('Expected an open press room, got one that was closed');
    // Both take a while to start: side by side.
    void finisher();
    opened ??= import('./press/pdf/printer.ts')
      .then(({ openPrinter }) => openPrinter({ discreet }))
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return opened;
  };
  return {
    printer,
    finish: async (job) => (await finisher()).finish(job),
    warm: async () => void (await printer().catch(() => null)),
    close: async () => {
      closed = true;
      const [browser, started] = await Promise.all([opened?.catch(() => null), thread]);
      await Promise.all([browser?.close(), started?.close()]);
    },
  };
}
