import type { RootContent } from 'mdast';
import type { Check } from './check.ts';

/** A heading with nothing under it, or a plain file with nothing in it: who follows the contents finds a gap. */
export const sectionEmpty: Check = {
  id: 'section-empty',
  run({ guide, translation }, report) {
    for (const { file, tree } of translation.sections) {
      const visible = tree.children.filter((node) => !isSilent(node));
      const nothing = 'Unexpected file without text, expected some: write it or remove the file';
      if (visible.length === 0 && guide.plain) report('section-empty', { file }, nothing);
      for (const [index, node] of visible.entries()) {
        if (node.type !== 'heading') continue;
        const next = visible[index + 1];
        const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= node.depth);
        const message = 'Unexpected heading with nothing under it, expected text: write some or remove the heading';
        if (isEmpty) report('section-empty', { file, position: node.position }, message);
      }
    }
  },
};

/** What prints nothing. */
function isSilent(node: RootContent): boolean {
  return node.type === 'yaml' || node.type === 'definition' || (node.type === 'html' && node.value.startsWith('<!--'));
}
