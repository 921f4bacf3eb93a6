import type { Heading, Nodes, Paragraph, TableCell, Text } from 'mdast';
import { nodesIn } from '../check/nodes.ts';
import type { Found } from '../check/nodes.ts';
import { placesWithin } from '../check/places.ts';
import type { Where } from '../findings.ts';
import type { Section } from '../model.ts';
import type { Figure } from '../syntax.ts';
import { sentencesIn, stand } from './sentences.ts';
import type { Sentence } from './sentences.ts';

/** What a passage is to its reader. */
export type PassageKind = 'heading' | 'paragraph' | 'item' | 'caption' | 'cell';

/** A run of text as a product prints it: no links, citations or pictures. */
export interface Passage extends Found {
  readonly kind: PassageKind;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly leaves: readonly Leaf[];
}

/** A text node of a passage, and where it starts in the passage's text. */
interface Leaf {
  readonly node: Text;
  readonly index: number;
}

/** The passages of a section in their order; of some kinds, if any are named. */
export function passagesOf(section: Section, ...kinds: readonly PassageKind[]): readonly Passage[] {
  const passages = read.get(section) ?? nodesIn(section, 'heading', 'paragraph', 'figure', 'tableCell').map(passageOf);
  read.set(section, passages);
  return kinds.length === 0 ? passages : passages.filter(({ kind }) => kinds.includes(kind));
}

/** The kinds that are read as sentences: paragraphs, items of lists, captions. */
export const prose = ['paragraph', 'item', 'caption'] as const satisfies readonly PassageKind[];

/** Where a piece of a passage's text stands in the source; the passage's own place for what is not an author's own text. */
export function placeIn(passage: Passage, index: number): Where {
  const leaf = passage.leaves.findLast((one) => one.index <= index);
  if (leaf === undefined) return passage;
  const places = placed.get(leaf) ?? placesOf(leaf, passage);
  placed.set(leaf, places);
  return places.get(index) ?? passage;
}

/** Found token by token, since a line's indent and escapes are not in the text; once, since a text may be long. */
function placesOf({ node, index }: Leaf, passage: Passage): ReadonlyMap<number, Where> {
  const tokens = Array.from(node.value.matchAll(/[\p{L}\p{N}\p{M}]+|\S/gu));
  const position = node.position ?? passage.position;
  const places = placesWithin(
    { ...passage, position },
    tokens.map(([token]) => token),
  );
  return new Map(tokens.map((token, order) => [index + token.index, places[order] ?? passage]));
}

const placed = new WeakMap<Leaf, ReadonlyMap<number, Where>>();

/** Every check asks for the same passages, so each section is read once. */
const read = new WeakMap<Section, readonly Passage[]>();

function passageOf(found: Found<Heading | Paragraph | Figure | TableCell>): Passage {
  const leaves: Leaf[] = [];
  let text = '';
  const add = (node: Nodes): void => {
    if (node.type === 'text') leaves.push({ node, index: text.length });
    if (node.type === 'text') text += node.value;
    else if (node.type === 'phone' || node.type === 'inlineCode') text += stand;
    else if (node.type === 'break') text += ' ';
    else if ('children' in node) for (const child of node.children) add(child);
  };
  for (const child of found.node.children) add(child);
  return { ...found, kind: kindOf(found), text, sentences: sentencesIn(text), leaves };
}

function kindOf({ node, ancestors }: Found<Heading | Paragraph | Figure | TableCell>): PassageKind {
  if (node.type === 'paragraph') return ancestors.at(-1)?.type === 'listItem' ? 'item' : 'paragraph';
  return node.type === 'figure' ? 'caption' : node.type === 'tableCell' ? 'cell' : 'heading';
}
