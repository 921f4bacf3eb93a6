import { htmlSelfEnding } from './html-allowed.ts';

/** The elements that raw HTML has opened among the children of one Markdown node, outermost first. */
export interface HtmlScope {
  readonly open: string[];
  /** End tags found deeper in, to be written after the child in which they were found. */
  readonly endAfterChild: string[];
}

/**
 * Takes an element and all that is open in it off the list, or everything for `null`, and writes their end tags; those
 * that the parser adds by itself are not written.
 */
export function closeHtml(name: string | null, open: string[]): string {
  let closed = '';
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    if (last === name || !htmlSelfEnding.has(last)) closed += `</${last}>`;
    if (last === name) break;
  }
  return closed;
}
