import { fromHtml } from 'hast-util-from-html';
import type { Nodes, Root as MdastRoot } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Finding } from '../findings.ts';
import { finding } from '../findings.ts';
import type { Medium, Order, Section } from '../model.ts';
import { choosePieces, type Look } from './choose.ts';
import type { Original } from './original.ts';
import { lettersOf } from './printed-text.ts';
import { serviceOf } from './to-hast.ts';

/**
 * Compares the composed text with the author's: every text block of the Markdown must be there, its letters and digits
 * in sequence. What a tree says is compared with what the source says, so that a lost block cannot go unseen. Of an
 * `original` that stands beside a translation, its emergency cards must be there.
 */
export function auditSource(
  order: Order,
  medium: Medium | null,
  composed: string,
  original: Original | null = null,
): Finding[] {
  const letters = lettersOf(composed);
  const findings: Finding[] = [];
  const parts = [
    ...order.translation.sections.map((section) => ({ section, blocks: textBlocks(section, medium, order) })),
    ...(original?.translation.sections ?? []).map((section) => ({
      section,
      blocks: blocksIn(section.tree.children.filter(isEmergency), {
        ...order,
        language: original?.language ?? order.language,
      }),
    })),
  ];
  for (const { section, blocks } of parts) {
    let cursor = 0;
    for (const { text, node } of blocks) {
      const wanted = lettersOf(text);
      if (wanted === '') continue;
      const found = letters.indexOf(wanted, cursor);
      const at = found === -1 ? letters.indexOf(wanted) : found;
      if (at === -1) {
        findings.push(
          finding(
            'text-lost',
            { file: section.file, position: node.position },
            `Unexpected loss of “${shortened(text)}” in the ${order.edition}, expected every word of the text in it: move it out of the block or the HTML that hides it`,
          ),
        );
      } else cursor = at + wanted.length;
    }
  }
  return findings;
}

interface TextBlock {
  readonly text: string;
  readonly node: Nodes;
}

/** The blocks of a section that an edition prints, each with its plain text. */
function textBlocks(section: Section, medium: Medium | null, order: Order): TextBlock[] {
  const included = medium !== null && section.in.includes(medium);
  const actions = order.own?.actions ?? null;
  const added = medium !== null && actions !== null && section.tree.children.some((node) => isOneOf(node, actions));
  const own = section.tree.children.filter((node) => node.type !== 'yaml' && !isFront(node));
  // A section of cards alone has no place of its own, nor does its title: they all stand in front.
  const emptied = own.length <= 1 && own.every((node) => node.type === 'heading');
  const behind = (included || added) && !emptied ? own : [];
  const kept = new Set<Nodes>(actions === null ? behind : chosenNodes(behind, actions, included));
  return blocksIn(
    section.tree.children.filter((node) => kept.has(node) || isFront(node)),
    order,
  );
}

function blocksIn(children: Section['tree']['children'], order: Order): TextBlock[] {
  const blocks: TextBlock[] = [];
  visit({ type: 'root', children } satisfies MdastRoot, (node) => {
    switch (node.type) {
      case 'heading':
      case 'paragraph':
      case 'tableCell':
      case 'figure':
        blocks.push({ text: phrasingText(node, order), node });
        return SKIP;
      case 'code':
        blocks.push({ text: node.value, node });
        return SKIP;
      case 'html':
        blocks.push({ text: htmlText(node.value), node });
        return SKIP;
      default:
        return undefined;
    }
  });
  return blocks;
}

/** What a copy with chosen actions is to print of a section: as `sectionsFor` says of what is composed, but from the author's tree. */
function chosenNodes(nodes: readonly Nodes[], actions: ReadonlySet<string>, whole: boolean): readonly Nodes[] {
  const headings = nodes.filter((node) => node.type === 'heading');
  const [first, ...others] = headings;
  const isTitle = first !== undefined && (nodes[0] === first || others.every(({ depth }) => depth > first.depth));
  const pieces = nodes.filter((node) => node.type !== 'footnoteDefinition' && !(isTitle && node === first));
  const kept = choosePieces(pieces, lookAt, actions, whole);
  if (kept.length === 0) return [];
  const cited = new Set<string>();
  visit({ type: 'root', children: [...kept] } as MdastRoot, 'footnoteReference', ({ identifier }) => {
    cited.add(identifier);
  });
  const notes = nodes.filter((node) => node.type === 'footnoteDefinition' && cited.has(node.identifier));
  return [...(isTitle ? [first] : []), ...kept, ...notes];
}

function lookAt(node: Nodes): Look {
  if (node.type === 'heading') return { kind: 'heading', depth: node.depth };
  if (node.type !== 'containerDirective') return { kind: 'other' };
  if (node.name === 'action') return { kind: 'action', id: node.attributes?.['id'] ?? '' };
  return { kind: node.name === 'do' || node.name === 'dont' ? 'advice' : 'other' };
}

function isOneOf(node: Nodes, actions: ReadonlySet<string>): boolean {
  return node.type === 'containerDirective' && node.name === 'action' && actions.has(node.attributes?.['id'] ?? '');
}

function isFront(node: Nodes): boolean {
  return (
    node.type === 'containerDirective' && ['emergency', 'urgent', 'routine', 'ask-first', 'steps'].includes(node.name)
  );
}

function isEmergency(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'emergency';
}

function phrasingText(node: Nodes, order: Order): string {
  const context = { country: order.country, language: order.language.tag };
  const parts: string[] = [];
  visit(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') parts.push(inner.value);
    if (inner.type === 'phone') parts.push(serviceOf(context, inner.service)?.say ?? '');
    if (inner.type === 'html') parts.push(htmlText(inner.value));
  });
  return parts.join('');
}

/** The words of raw HTML, without those of gaps. */
function htmlText(html: string): string {
  const parts: string[] = [];
  visit(fromHtml(html, { fragment: true }), (node) => {
    if (node.type === 'element' && node.tagName === 'gp-gap') return SKIP;
    if (node.type === 'text') parts.push(node.value);
    return undefined;
  });
  return parts.join('');
}

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
