import type { BlockContent, DefinitionContent } from 'mdast';
import { blocks, contentOf } from './blocks.ts';
import type { Check } from './check.ts';

/** The three steps of page 1: a numbered list of three, once in a guide. */
export const stepsForm: Check = {
  id: 'steps-form',
  run(context, report) {
    for (const [index, found] of blocks(context, 'steps').entries()) {
      if (index > 0) report('steps-form', found, 'Unexpected second `:::steps`, expected one in a guide: merge them');
      const unexpected = unexpectedIn(contentOf(found.node));
      const message = `Unexpected ${unexpected} in \`:::steps\`, expected a numbered list of 3: write \`1. \`, \`2. \`, \`3. \``;
      if (unexpected !== null) report('steps-form', found, message);
    }
  },
};

function unexpectedIn(content: readonly (BlockContent | DefinitionContent)[]): string | null {
  const odd = content.find(({ type }) => type !== 'list') ?? content[1];
  if (odd !== undefined) return odd.type === 'list' ? 'second list' : odd.type;
  const [list] = content;
  if (list?.type !== 'list') return 'nothing';
  if (list.ordered !== true) return 'list without numbers';
  return list.children.length === 3 ? null : `list of ${list.children.length}`;
}
