import type { Nodes, Parents } from 'mdast';
import type { Where } from '../findings.ts';
import type { Section } from '../model.ts';
import type { Context } from './check.ts';

/** A node of an author's text, with what is around it. */
export interface Found<N extends Nodes = Nodes> extends Where {
  readonly node: N;
  readonly section: Section;
  /** The root first, the parent last. */
  readonly ancestors: readonly Parents[];
}

type Kind = Nodes['type'];
type Of<T extends Kind> = Extract<Nodes, { type: T }>;

/** All nodes of some types in a guide's text, section by section, in the text's order. */
export function nodes<T extends Kind>({ translation }: Context, ...types: readonly T[]): readonly Found<Of<T>>[] {
  return translation.sections.flatMap((section) => nodesIn(section, ...types));
}

/** All nodes of some types in a section, in the text's order. */
export function nodesIn<T extends Kind>(section: Section, ...types: readonly T[]): readonly Found<Of<T>>[] {
  return allIn(section).filter((found): found is Found<Of<T>> => types.some((type) => type === found.node.type));
}

/** Every check asks for the same sections, so each is walked once. */
const walked = new WeakMap<Section, readonly Found[]>();

function allIn(section: Section): readonly Found[] {
  const known = walked.get(section);
  if (known !== undefined) return known;
  const found: Found[] = [];
  collect(section.tree, [], section, found);
  walked.set(section, found);
  return found;
}

function collect(node: Nodes, ancestors: readonly Parents[], section: Section, found: Found[]): void {
  found.push({ node, section, ancestors, file: section.file, position: node.position });
  if (!('children' in node)) return;
  const inner = [...ancestors, node];
  for (const child of node.children) collect(child, inner, section, found);
}
