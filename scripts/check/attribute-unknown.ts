import { blockAttributes, blockNames } from '../syntax.ts';
import type { BlockName } from '../syntax.ts';
import { attributesOf } from './attributes.ts';
import type { AttributeFound } from './attributes.ts';
import { isLabel } from './blocks.ts';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placeInLine } from './places.ts';

/** What a block does not take: other attributes, one twice, days that are no number, a `[label]`. It would have no effect. */
export const attributeUnknown: Check = {
  id: 'attribute-unknown',
  run(context, report) {
    for (const found of nodes(context, 'containerDirective')) {
      const block = blockNames.find((name) => name === found.node.name);
      if (block === undefined) continue;
      const label = found.node.children.find(isLabel);
      const message = `Unexpected label after \`:::${block}\`, expected nothing: move its words to the next line`;
      if (label) report('attribute-unknown', { file: found.file, position: label.position }, message);
      const line = found.position?.start.line ?? 1;
      const keys = new Set<string>();
      // Nobody mends more at once, and each takes a look at the whole line.
      for (const one of attributesOf(found).slice(0, 100)) {
        const twice = keys.has(one.key);
        keys.add(one.key);
        const problem = twice ? `\`${one.written}\` again, expected it once: remove one` : problemOf(block, one);
        const where = placeInLine(found.section, line, one.column);
        if (problem !== null) report('attribute-unknown', where, `Unexpected ${problem}`);
      }
    }
  },
};

function problemOf(block: BlockName, { written, key, value }: AttributeFound): string | null {
  const allowed = blockAttributes[block] ?? [];
  const forms = allowed.map((name) => (name === 'id' ? '`{#name}`' : `\`{${name}=…}\``)).join(', ') || 'none';
  if (!allowed.includes(key)) return `\`${written}\` in \`:::${block}\`, expected ${forms}: remove it`;
  const isBadNumber = key === 'days' && !/^[1-9]\d?$/.test(value);
  return isBadNumber ? `\`${written}\`, expected a number from 1 to 99: write \`days=14\`` : null;
}
