import type { PhrasingContent, Root, Text } from 'mdast';
import type { Point } from 'unist';
import { pointAt } from './point-at.ts';
import { replaceNodes } from './replace-nodes.ts';

/**
 * Takes `[@key]` and `[@a; @b]` out of text as `citation` nodes. Escaped ones (`\[@key]`) and those inside a link stay
 * text: a citation becomes a link itself.
 */
export function transformCitations(tree: Root, source: string): void {
  replaceNodes(tree, (node, ancestors) => {
    if (node.type !== 'text' || !node.value.includes('[@')) return null;
    return ancestors.some(({ type }) => type === 'link' || type === 'fact') ? null : splitText(node, source);
  });
}

/** Keys of a text that is one citation and nothing else; null for any other. */
export function citationKeys(text: string): string[] | null {
  const [found] = text.matchAll(citations);
  return found !== undefined && found[0] === text ? keysOf(text) : null;
}

const citations = /\[@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*\]/g;

function keysOf(citation: string): string[] {
  return Array.from(citation.matchAll(/@([a-z0-9-]+)/g), ([, key = '']) => key);
}

function splitText(text: Text, source: string): PhrasingContent[] | null {
  const { start, end } = text.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return null;
  const nodes: PhrasingContent[] = [];
  let done = 0;
  let from: Point = start;
  let searched = start.offset;
  for (const match of text.value.matchAll(citations)) {
    const keys = keysOf(match[0]);
    const found = findInSource(keys, source, searched, end.offset);
    if (found === null) continue;
    searched = found.to;
    if (found.escaped) continue;
    const opens = pointAt(found.from, from, source);
    const closes = pointAt(found.to, opens, source);
    const before = text.value.slice(done, match.index);
    if (before !== '') nodes.push({ type: 'text', value: before, position: { start: from, end: opens } });
    nodes.push({ type: 'citation', keys, children: [], position: { start: opens, end: closes } });
    done = match.index + match[0].length;
    from = closes;
  }
  const after = text.value.slice(done);
  if (after !== '') nodes.push({ type: 'text', value: after, position: { start: from, end } });
  return nodes;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly escaped: boolean;
}

/**
 * Where the citation stands. The source of a text may hold more than its value: escapes, entities, and the `>` or
 * spaces that start a line.
 */
function findInSource(keys: readonly string[], source: string, from: number, to: number): Found | null {
  const pattern = new RegExp(`(\\\\*)\\[@${keys.join('[\\s>]*;[\\s>]*@')}\\]`, 'g');
  pattern.lastIndex = from;
  const found = pattern.exec(source);
  const end = pattern.lastIndex;
  if (found === null || end > to) return null;
  const slashes = (found[1] ?? '').length;
  return { from: found.index + slashes, to: end, escaped: slashes % 2 === 1 };
}
