import type { Page } from '../../model.ts';
import type { ComposedBlock } from './composed-blocks.ts';
import { marginTexts } from './page-css.ts';

/** What the audit needs of a finished PDF. */
export interface AuditedPdf {
  readonly pages: number;
  /** Tagged text in reading order. */
  readonly blocks: readonly { readonly text: string; readonly page: number }[];
  /** Text outside of tags, by page. */
  readonly untagged: readonly (readonly string[])[];
}

/** What the audit found. */
export interface Audit {
  /** The first difference, as *Unexpected X, expected Y: do Z*, or null. */
  readonly problem: string | null;
  /** Page (0-based) on which each composed block starts, as far as the texts agree; null after the end. */
  readonly starts: readonly (number | null)[];
}

/** Scripts that are written from the right, or whose letters are set in another order than they are spoken. */
const shaped =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Thai}\p{sc=Laoo}\p{sc=Tibt}\p{sc=Mymr}\p{sc=Khmr}]/u;

/**
 * Proves that the PDF says what was composed: all letters and digits of each block, in order, are in the tagged text, and nothing
 * else is; outside of tags there is nothing but the margin boxes. A block with right-to-left or shaped script may
 * have its letters in any order, but its numbers in sequence. `heads` are the running heads, one a page.
 */
export function auditText(
  composed: readonly Pick<ComposedBlock, 'text'>[],
  pdf: AuditedPdf,
  page: Page,
  heads: readonly string[] = [],
): Audit {
  const said = new Speech(pdf.blocks);
  const starts: (number | null)[] = [];
  for (const { text } of composed) {
    const expected = essence(text);
    const number = said.page;
    const heard = said.take(expected.length);
    if (!isSame(expected, heard)) {
      const place = number === null ? 'at the end' : `on page ${number + 1}`;
      const problem = `Unexpected text ${quote(said.around)} ${place} of the PDF, expected ${quote(text)}: ${look}`;
      return { problem, starts };
    }
    starts.push(number);
  }
  if (said.rest !== '') {
    return { problem: `Unexpected text ${quote(said.rest)} at the end of the PDF, expected none: ${look}`, starts };
  }
  return { problem: auditMargins(pdf, page, heads), starts };
}

const look = 'look for styles that hide, move or draw text as a picture, or report it';

/** Tagged text as one string of letters and digits that is taken from the front. */
class Speech {
  readonly #blocks: AuditedPdf['blocks'];
  readonly #starts: number[] = [];
  readonly #text: string;
  #at = 0;
  #block = 0;

  constructor(blocks: AuditedPdf['blocks']) {
    let text = '';
    this.#blocks = blocks;
    for (const block of blocks) {
      this.#starts.push(text.length);
      text += essence(block.text);
    }
    this.#text = text;
  }

  take(length: number): string {
    const taken = this.#text.slice(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  /** Page of what comes next. */
  get page(): number | null {
    return this.#at < this.#text.length ? (this.#blocks[this.#index()]?.page ?? null) : null;
  }

  /** The block last taken from, as it is written. */
  get around(): string {
    return this.#blocks[this.#block]?.text ?? '';
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  #index(): number {
    while ((this.#starts[this.#block + 1] ?? Number.POSITIVE_INFINITY) <= this.#at) this.#block += 1;
    return this.#block;
  }
}

function auditMargins({ pages, untagged }: AuditedPdf, page: Page, heads: readonly string[]): string | null {
  for (const [index, texts] of untagged.entries()) {
    const found = texts.join(' ');
    const allowed = marginTexts(page, index, pages, heads).join(' ');
    if (sorted(essence(found)) === sorted(essence(allowed))) continue;
    return `Unexpected text ${quote(found)} outside of tags on page ${index + 1} of the PDF, expected ${quote(allowed)}: put all words into the text, none into styles`;
  }
  return null;
}

function isSame(expected: string, heard: string): boolean {
  if (expected === heard) return true;
  if (!shaped.test(expected)) return false;
  return sorted(expected) === sorted(heard) && numbers(expected) === numbers(heard);
}

/** Letters and digits alone; fonts, spaces, hyphens and marks may be written in several ways. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function numbers(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).join(' ');
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}
