import type { Artifact, Format, Order, Pagination, Publication, Sheets } from '../model.ts';
import type { FinishJob, FinishOutcome } from './pdf/finish-and-audit.ts';
import type { Printer } from './pdf/printer.ts';
import type { Problem } from './problem.ts';
import { noProof, type Proof } from './proof.ts';

/** A pressed product, or why there is none. */
export interface Pressed {
  readonly artifact: Artifact;
  readonly problems: readonly Problem[];
  /** Where it says what; null where it has no pages. */
  readonly pagination: Pagination | null;
  readonly proof: Proof;
}

/** What presses share, and what is known of this product. */
export interface Tools {
  /** The browser, opened when the first PDF asks for it. */
  readonly printer: () => Promise<Printer>;
  readonly finish: (job: FinishJob) => Promise<FinishOutcome>;
  /** Where this product had its pages the last time. */
  readonly guess: Pagination | null;
  /** Where the printed edition has its pages, which this product is to name. */
  readonly printed: Pagination | null;
}

type Press = (publication: Publication, order: Order, tools: Tools) => Promise<Pressed>;

/** THE TABLE of presses: one a format. */
const presses = {
  async pdf(publication, order, tools) {
    const [{ pressPdf }, { nameStandardPages }] = await Promise.all([
      import('./pdf/press.ts'),
      import('./pdf/name-standard-pages.ts'),
    ]);
    const { finish, guess, printed } = tools;
    const pressed = await pressPdf(nameStandardPages(publication, printed), {
      printer: await tools.printer(),
      finish,
      guess,
    });
    const { bytes, pages, problems, pagination, proof } = pressed;
    return {
      artifact: { order, bytes, mediaType: 'application/pdf', pages, pageList: null },
      problems,
      pagination,
      proof,
    };
  },
  async epub(publication, order, { printed }) {
    const { pressEpub } = await import('./epub/press-epub.ts');
    const { bytes, problems, pageList, proof } = await pressEpub(publication, printed);
    return {
      artifact: { order, bytes, mediaType: 'application/epub+zip', pages: null, pageList },
      problems,
      pagination: null,
      proof,
    };
  },
  async html(publication, order) {
    const { pressWeb } = await import('./web/press-web.ts');
    return {
      artifact: { order, bytes: pressWeb(publication), mediaType: 'text/html', pages: null, pageList: null },
      problems: [],
      pagination: null,
      proof: noProof,
    };
  },
} satisfies Record<Format, Press>;

/** Publication → Artifact, by the order's format. */
export async function press(publication: Publication, order: Order, tools: Tools): Promise<Pressed> {
  return presses[order.format](publication, order, tools);
}

/** The finished reading copy of a booklet → its sheets. */
export async function pressSheets(readingCopy: Uint8Array, order: Order, sheets: Sheets): Promise<Artifact> {
  const { imposeSheets } = await import('./pdf/impose/impose-sheets.ts');
  return { order, ...imposeSheets(readingCopy, sheets), mediaType: 'application/pdf', pageList: null };
}
