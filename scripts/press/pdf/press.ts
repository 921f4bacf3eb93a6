import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Pagination, Publication } from '../../model.ts';
import type { Problem } from '../problem.ts';
import { checkMade, noProof, type CheckMade, type Proof } from '../proof.ts';
import { composedBlocks } from './composed-blocks.ts';
import type { ComposedBlock } from './composed-blocks.ts';
import { elementsIn, property } from './dialect/elements.ts';
import type { FinishOptions } from './finish/index.ts';
import { finishAndAudit, type FinishJob, type FinishOutcome } from './finish-and-audit.ts';
import { fontsCss } from './fonts-css.ts';
import { layOut } from './lay-out.ts';
import { findPageProblems } from './page-problems.ts';
import { printPaginated, Unsettled } from './paginate.ts';
import type { PageNumbers } from './paginate.ts';
import { onlyDocument, printHtml } from './print-html.ts';
import { BrowserFailed, type Printer } from './printer.ts';

/** A finished PDF, or what stands against it. */
export interface PressedPdf {
  /** Empty if the press failed. */
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The size in pt that fits, where the page asks for one. */
  readonly fit: number | null;
  readonly pagination: Pagination;
  /** Times that the browser printed it. */
  readonly prints: number;
  readonly proof: Proof;
  /** Not to be handed out while there are any. */
  readonly problems: readonly Problem[];
}

/** What the press works with. */
export interface PdfTools {
  readonly printer: Printer;
  /** Where finishing is done; in this thread unless told otherwise. */
  readonly finish?: (job: FinishJob) => Promise<FinishOutcome>;
  /** Where things were the last time: a good guess saves a print. */
  readonly guess?: Pagination | null;
}

/**
 * Prints a publication of one document and makes it PDF/UA-1 + PDF/A-2a: lays out, fits, prints, finishes, and proves that it holds all
 * that was composed on the pages it may take, and that each page number it names is right. Author mistakes are problems; ours throw.
 */
export async function pressPdf(publication: Publication, tools: PdfTools): Promise<PressedPdf> {
  const { document, page } = onlyDocument(publication);
  const html = printHtml(publication, { fontCss: await fontsCss(publication.fonts) });
  const references = pageReferences(document.body);
  const ids = [...references.keys()];
  const printed = await tryToPrint(() =>
    tools.printer.use(
      html,
      async (layout) => ({
        laidOut: await layOut(layout, page),
        ...(await printPaginated(layout, { ids, page }, guessed(tools.guess ?? null, references))),
      }),
      deadlineFor(html),
    ),
  );
  if (typeof printed === 'string') return failed(printed);

  const { laidOut, pdf, told, prints } = printed;
  const blocks = composedBlocks(document.body, told.numbers);
  const texts = blocks.map(({ text }) => text);
  const options = finishOptions(publication, document.body, tools.printer);
  const finishing = tools.finish ?? ((job: FinishJob) => Promise.resolve(finishAndAudit(job)));
  const outcome = await finishing({ pdf, options, texts, page, heads: told.heads });
  if ('code' in outcome) return failed(`${outcome.message} (${outcome.code})`);

  const { finished, audit } = outcome;
  const pagination: Pagination = {
    source: publication.identifier,
    pages: finished.pages,
    ...startsOf(blocks, audit.starts),
    heads: told.heads,
  };
  const problems = findPageProblems(page, laidOut, finished);
  const audited = audit.problem ?? findWrongNumber(told, pagination);
  return {
    bytes: finished.bytes,
    pages: finished.pages,
    fit: laidOut.fit?.size ?? null,
    pagination,
    prints,
    proof: {
      smallest: finished.smallest,
      fonts: finished.fonts,
      claim: options.claim,
      browser: tools.printer.version,
      checks: [
        ...checksOf(blocks.length, audit.problem, told, audited),
        ...(page.maxPages !== null || laidOut.sheets.length > 0
          ? [checkMade('page-limit', { errors: problems.length })]
          : []),
      ],
    },
    problems:
      audited === null ? problems : [...problems, { rule: 'text-audit', message: audited, discreet: textDiffers }],
  };
}

const textDiffers = 'Unexpected text in the PDF, expected what was composed';

/** The ids whose pages a document names, with the page that its template thinks. */
function pageReferences(body: readonly Element[]): ReadonlyMap<string, number> {
  const references = new Map<string, number>();
  for (const element of elementsIn(body)) {
    const id = property(element, 'dataPageOf');
    if (id !== null) references.set(id, Number(toString(element)));
  }
  return references;
}

/** Where things were the last time, else what the template thinks. */
function guessed(guess: Pagination | null, references: ReadonlyMap<string, number>): PageNumbers {
  const numbers = Array.from(references, ([id, number]) => [id, guess?.ids[id] ?? number] as const);
  return { numbers: new Map(numbers), heads: guess?.heads ?? [] };
}

/** 60 s and one more for each page, of which one is seldom less than this many characters of HTML. */
function deadlineFor(html: string): number {
  const charactersPerPage = 4000;
  return 60_000 + 1000 * Math.ceil(html.length / charactersPerPage);
}

async function tryToPrint<T>(print: () => Promise<T>): Promise<T | string> {
  try {
    return await print();
  } catch (error) {
    if (error instanceof BrowserFailed || error instanceof Unsettled) return error.message;
    throw error;
  }
}

function finishOptions(publication: Publication, body: readonly Element[], printer: Printer): FinishOptions {
  return {
    title: publication.title,
    language: publication.language,
    direction: publication.direction,
    author: publication.authors.join(', ') || publication.source || publication.publisher || null,
    // Neither PDF nor XMP has a property for a review: the subject is what viewers and archives show.
    subject: [publication.description, publication.statusSentence].filter(Boolean).join(' – ') || null,
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

/** Pages (from 1) by id and by the author's block. */
function startsOf(
  blocks: readonly ComposedBlock[],
  starts: readonly (number | null)[],
): Pick<Pagination, 'ids' | 'blocks'> {
  const ids: Record<string, number> = {};
  const keys: Record<string, number> = {};
  for (const [index, block] of blocks.entries()) {
    const start = starts[index] ?? null;
    if (start === null) continue;
    for (const id of block.ids) ids[id] = start + 1;
    for (const key of block.keys) keys[key] = start + 1;
  }
  return { ids, blocks: keys };
}

/** What the contents say against where the text of that place is in the finished file. */
function findWrongNumber({ numbers }: PageNumbers, { ids }: Pagination): string | null {
  for (const [id, number] of numbers) {
    const found = ids[id];
    if (found !== undefined && found !== number)
      return `Unexpected page number ${number} for \`${id}\`, expected ${found}, where its text starts: report it`;
  }
  return null;
}

/** The finisher refuses text without a tag, so none is left. Page numbers are compared where the text is right. */
function checksOf(
  blocks: number,
  lost: string | null,
  told: PageNumbers,
  audited: string | null,
): readonly CheckMade[] {
  const { size } = told.numbers;
  return [
    checkMade('tags'),
    checkMade('text-audit', { of: blocks, errors: lost === null ? 0 : 1 }),
    ...(lost === null && size > 0 ? [checkMade('page-numbers', { of: size, errors: audited === null ? 0 : 1 })] : []),
  ];
}

function failed(message: string): PressedPdf {
  return {
    bytes: new Uint8Array(),
    pages: 0,
    fit: null,
    pagination: { source: '', pages: 0, ids: {}, blocks: {}, heads: [] },
    prints: 0,
    proof: noProof,
    problems: [{ rule: 'press-failed', message }],
  };
}
