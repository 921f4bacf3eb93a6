import type { BlockContent, DefinitionContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { BlockName } from '../syntax.ts';
import type { Context } from './check.ts';
import { nodes } from './nodes.ts';
import type { Found } from './nodes.ts';

/** The `:::` blocks of some names, in the text's order. */
export function blocks(context: Context, ...names: readonly BlockName[]): readonly Found<ContainerDirective>[] {
  return nodes(context, 'containerDirective').filter(({ node }) => names.some((name) => name === node.name));
}

/** What stands in a block: its children without comments and without a `[label]`. */
export function contentOf({ children }: ContainerDirective): readonly (BlockContent | DefinitionContent)[] {
  return children.filter((child) => !isComment(child) && !isLabel(child));
}

/** True for the `[label]` that an author put after a block's name: no block takes one. */
export function isLabel(node: BlockContent | DefinitionContent): boolean {
  return node.type === 'paragraph' && node.data?.directiveLabel === true;
}

function isComment(node: BlockContent | DefinitionContent): boolean {
  return node.type === 'html' && node.value.startsWith('<!--');
}
