import type { BlockContent, DefinitionContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { blocks, contentOf } from './blocks.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** An action that cannot become a row of the checklist: no id, or a first paragraph that is not `**row words**: how much`. */
export const actionForm: Check = {
  id: 'action-form',
  run(context, report) {
    for (const found of blocks(context, 'action')) {
      const id = idProblem(found.node.attributes?.['id'] ?? '');
      if (id !== null) report('action-form', found, `Unexpected ${id} in every language`);
      const [first] = contentOf(found.node);
      const row = rowProblem(first);
      const where = { file: found.file, position: first?.position ?? found.position };
      const expected =
        'expected `**row words**: how much` as its first paragraph: write the row of the checklist first';
      if (row !== null) report('action-form', where, `Unexpected ${row}, ${expected}`);
    }
  },
};

function idProblem(id: string): string | null {
  if (id === '') return 'action without an id, expected `:::action{#warm-pack}`: give it a short name, the same';
  if (/^[a-z][a-z0-9-]*$/.test(id)) return null;
  return `id ${quote(id)}, expected \`a\` to \`z\`, digits and hyphens, a letter first: rename it`;
}

function rowProblem(first: BlockContent | DefinitionContent | undefined): string | null {
  if (first === undefined) return 'empty action';
  if (first.type !== 'paragraph') return `${first.type} at the start of an action`;
  const [strong, next, ...rest] = first.children;
  if (strong?.type !== 'strong') return 'start of an action without bold row words';
  if (/[:：]\s*$/.test(toString(strong))) return 'colon inside the bold row words';
  if (next?.type !== 'text' || !/^\s*[:：]/.test(next.value)) return 'row words without a colon after them';
  return rest.length === 0 && /^\s*[:：]\s*$/.test(next.value) ? 'row words without how much' : null;
}
