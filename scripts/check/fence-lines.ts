import type { Code, Html, Text } from 'mdast';
import type { Section } from '../model.ts';
import { blockNames } from '../syntax.ts';
import { nodesIn } from './nodes.ts';
import type { Found } from './nodes.ts';
import { lineAt } from './places.ts';

/** A line that looks like a fence and yet is text. */
export interface FenceLine {
  readonly line: number;
  /** 1-based column of its first colon. */
  readonly column: number;
  /** From the first colon to the line's end. */
  readonly text: string;
  /** True for colons alone: it was meant to close a block. */
  readonly closing: boolean;
  /** False within HTML or code, where it may be meant as it stands. */
  readonly prose: boolean;
}

/** Lines of a section that begin with `:::` (or `::` and a block's name) and stayed text, HTML or indented code. */
export function fenceLines(section: Section): readonly FenceLine[] {
  const found = nodesIn(section, 'text', 'html', 'code').flatMap(linesOf);
  return [...new Map(found.map((one) => [one.line, one])).values()].sort((a, b) => a.line - b.line);
}

/** A broken or nested block leaves its own closing line behind as text: that one is no mistake of its own. */
export function fenceMistakes(section: Section): readonly FenceLine[] {
  const nested = nodesIn(section, 'containerDirective').filter(({ ancestors }) =>
    ancestors.some(({ type }) => type === 'containerDirective'),
  );
  let leftBehind = nested.length;
  return fenceLines(section).filter(({ closing }) => {
    if (!closing) leftBehind += 1;
    else if (leftBehind > 0) leftBehind -= 1;
    else return true;
    return !closing;
  });
}

function linesOf({ node, section, position }: Found<Text | Html | Code>): readonly FenceLine[] {
  if (position === undefined) return [];
  const { start, end } = position;
  if (node.type === 'code' && /`{3}|~{3}/.test(lineAt(section, start.line))) return [];
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index).flatMap((line) => {
    const [, before = '', text = ''] = fenceLike.exec(lineAt(section, line)) ?? [];
    const column = before.length + 1;
    // Another node may begin the line; code counts its place from its indent.
    const isOwn = line > start.line || column >= start.column;
    return text !== '' && isOwn
      ? [{ line, column, text, closing: /^[:：]+\s*$/.test(text), prose: node.type === 'text' }]
      : [];
  });
}

/** After the marks of quotes and lists: three colons, also full-width ones, or two and a block's name. */
const fenceLike = new RegExp(
  `^((?:[\\s>]|[-*+]\\s|\\d{1,9}[.)]\\s)*)([:：]{3,}.*|[:：]{2}\\s?(?:${blockNames.join('|')})(?![\\w-]).*)$`,
  'i',
);
