import type { List } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Report } from '../findings.ts';
import { blocks, contentOf } from './blocks.ts';
import type { Check } from './check.ts';

const mostSigns = 7;
const mostWords = 14;

/** A care card that is not one list, or an emergency card that nobody can read at a glance and page 1 cannot hold. */
export const cardLong: Check = {
  id: 'card-long',
  run(context, report) {
    for (const { node, file, position } of blocks(context, 'emergency', 'urgent', 'routine')) {
      const content = contentOf(node);
      const list = content.find((child) => child.type === 'list');
      const odd = content.find((child) => child !== list);
      if (list === undefined || odd !== undefined) {
        const unexpected = `${odd?.type === 'list' ? 'second list' : (odd?.type ?? 'empty card')} in \`:::${node.name}\``;
        const message = `Unexpected ${unexpected}, expected one list: write each sign as a line that starts with \`- \``;
        report('card-long', { file, position: odd?.position ?? position }, message);
      } else if (node.name === 'emergency') measure(list, file, report);
    }
  },
};

function measure({ children }: List, file: string, report: Report): void {
  for (const [index, { position, ...item }] of children.entries()) {
    const words = wordsIn(toString(item));
    const many = `Unexpected sign ${index + 1} of ${children.length} on the emergency card, expected at most ${mostSigns}`;
    const long = `Unexpected ${words} words in a sign, expected at most ${mostWords}: shorten it`;
    if (index === mostSigns) report('card-long', { file, position }, `${many}: merge some`);
    if (words > mostWords) report('card-long', { file, position }, long);
  }
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
