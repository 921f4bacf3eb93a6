import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';
import { quote } from './quote.ts';

/** Two headings of the same words under the same one: in a list of headings nobody can tell them apart. */
export const headingDuplicate: Check = {
  id: 'heading-duplicate',
  run({ translation }, report) {
    for (const section of translation.sections) {
      const path: string[] = [];
      const seen = new Map<string, number>();
      for (const found of nodesIn(section, 'heading')) {
        const words = toString(found.node).trim();
        path.length = Math.min(path.length, found.node.depth - 1);
        path[found.node.depth - 1] = words;
        const key = path.join('\n');
        const before = seen.get(key);
        const message = `Unexpected heading ${quote(words)} again, line ${before} has it, expected words of its own: say how the two differ`;
        if (before !== undefined && words !== '') report('heading-duplicate', found, message);
        else seen.set(key, found.position?.start.line ?? 1);
      }
    }
  },
};
