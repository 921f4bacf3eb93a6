import type { Nodes, Parents } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Section } from '../../scripts/model.ts';
import type { Kind, Range, Siblings, Spot } from './spots.ts';

/** What must not change unseen in the text of sections. `fileOf` gives a section's path within the content folder. */
export function textSpots(sections: readonly Section[], fileOf: (section: Section) => string): readonly Siblings[] {
  const found = sections.flatMap((section) => walk(section.tree, [], { section, file: fileOf(section) }));
  const cards = found.flatMap(cardLists);
  const all = (kind: Kind, spotsOf: (one: Found) => readonly Spot[]): Siblings => ({
    kind,
    spots: found.flatMap(spotsOf),
  });
  return [
    ...cards,
    ...across(cards.filter(({ kind }) => kind === 'care-card bullet')),
    ...found.map((one) => ({ kind: 'number in a dose' as const, spots: doseNumbers(one) })),
    all('phone in the text', phone),
    all('action id', actionId),
    all('citation', sources),
    all('alt text', altText),
  ];
}

interface Found {
  readonly node: Nodes;
  readonly ancestors: readonly Parents[];
  readonly section: Section;
  readonly file: string;
  readonly range: Range;
  /** The node as written. */
  readonly written: string;
}

function walk(node: Nodes, ancestors: readonly Parents[], place: Pick<Found, 'section' | 'file'>): readonly Found[] {
  const range = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  const written = place.section.source.slice(range.start, range.end);
  const own: Found = { node, ancestors, ...place, range, written };
  const children = [...(node.type === 'figure' ? [node.image] : []), ...('children' in node ? node.children : [])];
  return [own, ...children.flatMap((child) => walk(child, [...ancestors, node] as readonly Parents[], place))];
}

const cardNames = ['emergency', 'urgent', 'routine'];
const doseNames = [...cardNames, 'ask-first', 'steps', 'action'];

/** The items of a care card or an ask-first box, each with its line feed. */
function cardLists({ node, ancestors, file, section }: Found): readonly Siblings[] {
  const block = ancestors.at(-1);
  if (node.type !== 'list' || !isBlock(block, [...cardNames, 'ask-first'])) return [];
  const spots = node.children.map(({ position }) => {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    return { file, start, end, cut: { start, end: section.source.indexOf('\n', end) + 1 || end } };
  });
  return [{ kind: block.name === 'ask-first' ? 'ask-first item' : 'care-card bullet', spots }];
}

/** The bullets of the same place in each card: a sign that moves to another band is another advice. */
function across(cards: readonly Siblings[]): readonly Siblings[] {
  const most = Math.max(0, ...cards.map(({ spots }) => spots.length));
  return Array.from({ length: most }, (_, index) => ({
    kind: 'care-card bullet' as const,
    spots: cards.flatMap(({ spots }) => spots.slice(index, index + 1)),
  }));
}

/** The numbers of a text that is linked to a fact, or stands in a card, an action or a step. */
function doseNumbers({ node, ancestors, file, range, written }: Found): readonly Spot[] {
  const isDose = ancestors.some((ancestor) => ancestor.type === 'fact' || isBlock(ancestor, doseNames));
  if (node.type !== 'text' || !isDose) return [];
  return Array.from(written.matchAll(/\d+/g), ({ 0: number, index }) => spotAt(file, range.start + index, number));
}

function phone({ node, file, range }: Found): readonly Spot[] {
  return node.type === 'phone' ? [{ file, ...range }] : [];
}

function actionId({ node, file, range, written }: Found): readonly Spot[] {
  if (!isBlock(node, ['action'])) return [];
  const mark = `{#${node.attributes?.['id'] ?? ''}}`;
  const index = written.indexOf(mark);
  return index === -1 ? [] : [spotAt(file, range.start + index, mark)];
}

/** Each source of a citation; the last one takes the citation and the space before it along. */
function sources({ node, file, range, written, section }: Found): readonly Spot[] {
  if (node.type !== 'citation') return [];
  const keys = Array.from(written.matchAll(/@[a-z0-9-]+/g));
  const owner = `${file}:${range.start}`;
  const space = section.source[range.start - 1] === ' ' ? 1 : 0;
  return keys.map(({ 0: key, index }, place) => {
    const spot = { ...spotAt(file, range.start + index, key), owner };
    const next = keys[place + 1];
    const before = keys[place - 1];
    if (next !== undefined) return { ...spot, cut: { start: spot.start, end: range.start + next.index } };
    if (before === undefined) return { ...spot, cut: { start: range.start - space, end: range.end } };
    return { ...spot, cut: { start: range.start + before.index + before[0].length, end: spot.end } };
  });
}

function altText({ node, file, range, written }: Found): readonly Spot[] {
  if (node.type !== 'image' || !node.alt) return [];
  const opens = written.indexOf('![') + 2;
  return [spotAt(file, range.start + opens, written.slice(opens, written.lastIndexOf('](')))];
}

function spotAt(file: string, start: number, text: string): Spot {
  return { file, start, end: start + text.length };
}

function isBlock(node: Nodes | undefined, names: readonly string[]): node is ContainerDirective {
  return node?.type === 'containerDirective' && names.includes(node.name);
}
