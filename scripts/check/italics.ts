import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { quote } from './quote.ts';

/** Slanted letters are hard to tell apart with poor sight or dyslexia. */
export const italics: Check = {
  id: 'italics',
  run(context, report) {
    for (const found of nodes(context, 'emphasis')) {
      const words = quote(toString(found.node));
      report(
        'italics',
        found,
        `Unexpected italics in ${words}, expected plain or bold words: write \`**\` for what matters`,
      );
    }
  },
};
