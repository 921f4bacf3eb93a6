import type { Root, Table } from 'mdast';
import type { Node, Position } from 'unist';
import { visit } from 'unist-util-visit';

/** Text that is too much for one section. */
export class TooLarge extends RangeError {
  override readonly name = 'TooLarge';
  /** Where it gets too much. */
  readonly position: Position | undefined;

  /** @param what Half a sentence for "Unexpected …, expected …". */
  constructor(what: string, position: Position | undefined) {
    super(what);
    this.position = position;
  }
}

/**
 * Nodes of a section: 5 to 10 times as many as a long chapter has. A browser takes about 1 ms and 30 kB to print one,
 * so that a file of 1 MB which is all marks would take minutes.
 */
export const mostParts = 20_000;

/** Letters without a space between them. Breaking one such word of 900,000 into lines takes over 1 GB. */
export const longestWord = 20_000;

/** Letters of all addresses of a section. */
const mostAddressLetters = 1_500_000;

/** Throws TooLarge for a tree that later stages could not print in time. */
export function rejectLargeTree(tree: Root): void {
  let count = 0;
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    count += isTable(node) ? missingCells(node) + 1 : 1;
    if (count > mostParts) {
      throw new TooLarge(
        `over ${mostParts} parts (words with marks, cells, links, paragraphs), expected fewer`,
        node.position,
      );
    }
    if (hasLongWord(node))
      throw new TooLarge(`a word of over ${longestWord} letters, expected spaces in it`, node.position);
    const children = 'children' in node && Array.isArray(node.children) ? (node.children as Node[]) : [];
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/**
 * Throws TooLarge where links by reference repeat a long address so often that a page would grow to hundreds of MB. Asked
 * once references are plain links: a file of 1 MB cannot write that much of addresses itself.
 */
export function rejectLongAddresses(tree: Root): void {
  let letters = 0;
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image') return;
    letters += node.url.length + (node.title?.length ?? 0);
    if (letters > mostAddressLetters) {
      throw new TooLarge(
        `addresses of over ${mostAddressLetters} letters in all, expected shorter ones`,
        node.position,
      );
    }
  });
}

function isTable(node: Node): node is Table {
  return node.type === 'table';
}

/** Short rows are filled up when they become HTML (GFM, 4.10): a wide head makes a lot of few letters. */
function missingCells({ children }: Table): number {
  const [head] = children;
  const columns = head?.children.length ?? 0;
  return children.reduce((sum, row) => sum + Math.max(columns - row.children.length, 0), 0);
}

function hasLongWord(node: Node): boolean {
  const value = 'value' in node && typeof node.value === 'string' ? node.value : '';
  if (value.length <= longestWord || !['text', 'inlineCode', 'code'].includes(node.type)) return false;
  return value.split(/\s/).some((word) => word.length > longestWord);
}
