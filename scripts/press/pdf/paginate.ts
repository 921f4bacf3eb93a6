import type { Page } from '../../model.ts';
import { findDestinations, type Destination } from './finish/index.ts';
import { pixels } from './measure.ts';
import { runningHeadsCss } from './page-css.ts';
import { runningHeadsId } from './print-html.ts';
import type { Layout } from './printer.ts';

/** What a document prints about its own pages. */
export interface PageNumbers {
  /** Page (from 1) by the id that the document refers to. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Running head of each page, from page 1. */
  readonly heads: readonly string[];
}

/** What it asks for: the ids of its `data-page-of` elements, and the sections that running heads name. */
export interface PageQuestions {
  readonly ids: readonly string[];
  readonly page: Page;
}

/** Page numbers that do not settle: each print moves what they point to. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled';
}

/** The first print shows where things are, the second says so; a number that grows wider may move a line once more. */
const mostPrints = 4;

/**
 * Prints a document that refers to its own pages: with the numbers guessed, and again while they are wrong. A good guess
 * saves a print; that costs as much as laying out. Throws `Unsettled` after four.
 */
export async function printPaginated(
  layout: Layout,
  questions: PageQuestions,
  guess: PageNumbers,
): Promise<{ readonly pdf: Uint8Array; readonly told: PageNumbers; readonly prints: number }> {
  if (questions.ids.length === 0 && questions.page.runningHeads.length === 0)
    return { pdf: await layout.print(), told: guess, prints: 1 };
  let told = guess;
  for (let prints = 1; prints <= mostPrints; prints++) {
    await layout.evaluate(writeNumbers, {
      numbers: Object.fromEntries(told.numbers),
      css: runningHeadsCss(told.heads),
      id: runningHeadsId,
    });
    const pdf = await layout.print();
    const found = findNumbers(pdf, questions);
    if (isSame(told, found)) return { pdf, told, prints };
    told = found;
  }
  throw new Unsettled(
    `Unexpected page numbers that still change after ${mostPrints} prints, expected them to settle: report it`,
  );
}

/** Runs in the page, so it knows nothing from outside. */
function writeNumbers({ numbers, css, id }: { numbers: Readonly<Record<string, number>>; css: string; id: string }) {
  const style = document.getElementById(id);
  // What is written anew is styled and laid out anew.
  if (style !== null && style.textContent !== css) style.textContent = css;
  for (const place of document.querySelectorAll('[data-page-of]')) {
    const number = String(numbers[place.getAttribute('data-page-of') ?? ''] ?? 0);
    if (place.textContent !== number) place.textContent = number;
  }
}

function findNumbers(pdf: Uint8Array, { ids, page }: PageQuestions): PageNumbers {
  const { pages, destinations } = findDestinations(pdf);
  const numbers = ids.map((id): [string, number] => {
    const found = destinations.get(id);
    // Chromium names the places that links lead to, and no others.
    if (!found) throw new Error(`Expected a link to \`${id}\` in a document that names its page, got none`);
    return [id, found.page + 1];
  });
  return { numbers: new Map(numbers), heads: headsOf(page, pages, destinations) };
}

/** A page is in the section that its first line is in. */
function headsOf(page: Page, pages: number, destinations: ReadonlyMap<string, Destination>): readonly string[] {
  // A title at the very top may have some space above it.
  const firstLine = (page.height - page.margin.top - 12) * (pixels * 0.75);
  const heads: string[] = [];
  for (let index = 0; index < pages; index++) {
    const before = page.runningHeads.filter(({ id }) => {
      const found = destinations.get(id);
      return found && (found.page < index || (found.page === index && found.top >= firstLine));
    });
    heads.push(before.at(-1)?.title ?? '');
  }
  return heads;
}

function isSame(a: PageNumbers, b: PageNumbers): boolean {
  return (
    a.heads.length === b.heads.length &&
    a.heads.every((head, index) => head === b.heads[index]) &&
    a.numbers.size === b.numbers.size &&
    [...a.numbers].every(([id, number]) => b.numbers.get(id) === number)
  );
}
