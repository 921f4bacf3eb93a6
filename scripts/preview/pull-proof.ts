import type { Order, Pagination, Publication } from '../model.ts';
import type { FinishJob, FinishOutcome } from '../press/pdf/finish-and-audit.ts';
import type { PageRange } from '../press/pdf/browser.ts';
import type { Layout, Printer } from '../press/pdf/printer.ts';
import { press, type Pressed } from '../press/press.ts';
import { bookProof, pdfProof, webProof, type Proof } from './proof.ts';

/** What a proof is pulled with. */
export interface ProofTools {
  readonly printer: () => Promise<Printer>;
  readonly finish: (job: FinishJob) => Promise<FinishOutcome>;
  /** Where things were in the proof before: saves a print. */
  readonly guess: Pagination | null;
  /** The HTML of the proof before: the same HTML gives the same pages, so that they are not printed again. */
  readonly printed: string | null;
  /** Called once, when the browser is busy and this thread is not; false holds the pages back. `same`: as before, not printed. */
  readonly judge: (same: boolean) => boolean;
  /** The pages that somebody looks at, to be printed before the others; null for all at once. */
  readonly view: PageRange | null;
  /** Called with these pages alone. */
  readonly showPart: (proof: Proof, first: number) => void;
  /** Called with the proof as soon as it can be looked at, before the product is finished; false ends the work there. */
  readonly show: (proof: Proof, html: string | null) => Promise<boolean>;
}

/**
 * Presses one publication as a build does, and shows it on the way. Null where it was held back, or is the same as before.
 * An ebook has no page list here: that would take a print of the whole guide first.
 */
export async function pullProof(publication: Publication, order: Order, tools: ProofTools): Promise<Pressed | null> {
  const { printer, finish, guess, judge, show } = tools;
  const plain = { printer, finish, guess, printed: null };
  switch (order.format) {
    case 'pdf':
      return pullPdf(publication, order, tools);
    case 'html': {
      const pressed = await press(publication, order, plain);
      return judge(false) && (await show(webProof(pressed.artifact.bytes), null)) ? pressed : null;
    }
    case 'epub':
      // To bind and check a book takes longer than to write it.
      return judge(false) && (await show(await bookProof(publication), null)) ? press(publication, order, plain) : null;
    default:
      return order.format satisfies never;
  }
}

/** Ends a press from within: what it would still do is of no use. */
class Enough extends Error {}

async function pullPdf(publication: Publication, order: Order, tools: ProofTools): Promise<Pressed | null> {
  const printer = await tools.printer();
  let sent: string | null = null;
  const watched: Printer = {
    ...printer,
    use: async (html, work, deadline) => {
      if (html === tools.printed) {
        tools.judge(true);
        throw new Enough();
      }
      sent = html;
      let good = false;
      const working = printer.use(html, (layout) => work(viewFirst(layout, () => good, tools)), deadline);
      // The browser gets its document first, then this thread has some time.
      await new Promise((resolve) => setImmediate(resolve));
      good = tools.judge(false);
      const result = await working;
      if (!good) throw new Enough();
      return result;
    },
  };
  const finish = async (job: FinishJob): Promise<FinishOutcome> => {
    // The finishing thread takes the bytes away.
    if (!(await tools.show(pdfProof(job.pdf.slice()), sent))) throw new Enough();
    return tools.finish(job);
  };
  try {
    return await press(publication, order, {
      printer: () => Promise.resolve(watched),
      finish,
      guess: tools.guess,
      printed: null,
    });
  } catch (error) {
    if (error instanceof Enough) return null;
    throw error;
  }
}

/** Prints the pages that somebody looks at before all pages: of a long guide that takes a third of the time. */
function viewFirst(layout: Layout, isGood: () => boolean, { view, showPart }: ProofTools): Layout {
  let isFirst = view !== null;
  return {
    ...layout,
    print: async (pages) => {
      if (isFirst && view !== null) {
        isFirst = false;
        const part = await layout.print(view);
        if (isGood()) showPart(pdfProof(part), view.first);
      }
      return layout.print(pages);
    },
  };
}
