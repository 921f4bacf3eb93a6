import { toString } from 'mdast-util-to-string';
import { plainLanguageOf } from '../prose/language-of.ts';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { quote } from './quote.ts';

/** A link whose words do not say where it leads: a list of links, or paper, has nothing else. */
export const linkHere: Check = {
  id: 'link-here',
  run(context, report) {
    const plain = plainLanguageOf(context.translation.language);
    for (const found of nodes(context, 'link')) {
      const words = toString(found.node).trim();
      const bare = words
        .slice(0, 40)
        .toLowerCase()
        .replace(/[\s.…:!>»→]+$/, '');
      const message = `Unexpected link words ${quote(words)}, expected where it leads: name the page`;
      if (plain?.emptyLinks.has(bare)) report('link-here', found, message);
    }
  },
};
