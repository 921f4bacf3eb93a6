import type { Element } from 'hast';
import type { Publication } from '../../model.ts';
import type { Problem } from '../problem.ts';
import { auditText } from './audit.ts';
import type { Printer } from './browser.ts';
import { composedBlocks } from './composed-blocks.ts';
import { elementsIn, property } from './dialect/elements.ts';
import { finish } from './finish/index.ts';
import type { Finished, FinishOptions } from './finish/index.ts';
import { FinishError } from './finish/finish-error.ts';
import { fontsCss } from './fonts-css.ts';
import { layOut } from './lay-out.ts';
import { onlyDocument, printHtml } from './print-html.ts';
import { findPageProblems } from './page-problems.ts';

/** A finished PDF, or what stands against it. */
export interface PressedPdf {
  /** Empty if the press failed. */
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The size in pt that fits, where the page asks for one. */
  readonly fit: number | null;
  /** Page (0-based) on which the text of each id starts. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Not to be handed out while there are any. */
  readonly problems: readonly Problem[];
}

/**
 * Prints a publication of one document and makes it PDF/UA-1 + PDF/A-2a: lays out, fits, prints, finishes, and proves that
 * it holds all that was composed on the pages it may take. Author mistakes are problems; ours throw.
 */
export async function pressPdf(publication: Publication, printer: Printer): Promise<PressedPdf> {
  const { document, page } = onlyDocument(publication);
  const html = printHtml(publication, { fontCss: await fontsCss(publication.fonts) });
  const { pdf, prepared } = await printer.print(html, (layout) => layOut(layout, page));
  const finished = tryToFinish(pdf, finishOptions(publication, document.body, printer));
  if (finished instanceof FinishError) return failed(finished);
  const audit = auditText(composedBlocks(document.body), finished, page);
  const problems = findPageProblems(page, prepared, finished);
  return {
    bytes: finished.bytes,
    pages: finished.pages,
    fit: prepared.fit?.size ?? null,
    destinations: new Map([...audit.pages, ...finished.destinations]),
    problems: audit.problem === null ? problems : [...problems, { rule: 'text-audit', message: audit.problem }],
  };
}

function finishOptions(publication: Publication, body: readonly Element[], printer: Printer): FinishOptions {
  return {
    title: publication.title,
    language: publication.language,
    direction: publication.direction,
    author: publication.authors.join(', ') || publication.publisher || null,
    subject: publication.description || null,
    keywords: publication.subjects,
    identifier: publication.identifier,
    date: Date.parse(publication.date) / 1000,
    producer: 'Guidepress',
    claim: printer.proven ? 'PDF/UA-1 + PDF/A-2a' : null,
    linkLabels: linkLabels(body),
  };
}

/** Chromium does not print `aria-label`, and a footnote's link would be called “1”. */
function linkLabels(body: readonly Element[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const link of elementsIn(body)) {
    const href = property(link, 'href');
    const label = property(link, 'ariaLabel');
    if (href !== null && label !== null) labels.set(href.replace(/^#/, ''), label);
  }
  return labels;
}

function tryToFinish(pdf: Uint8Array, options: FinishOptions): Finished | FinishError {
  try {
    return finish(pdf, options);
  } catch (error) {
    if (error instanceof FinishError) return error;
    throw error;
  }
}

function failed({ code, message }: FinishError): PressedPdf {
  return {
    bytes: new Uint8Array(),
    pages: 0,
    fit: null,
    destinations: new Map(),
    problems: [{ rule: 'press-failed', message: `${message} (${code})` }],
  };
}
