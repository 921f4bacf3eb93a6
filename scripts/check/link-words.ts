import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { quote } from './quote.ts';

/** A link without words, or whose words are an address: read aloud, neither says where it leads. */
export const linkWords: Check = {
  id: 'link-words',
  run(context, report) {
    for (const found of nodes(context, 'link', 'linkReference')) {
      const words = toString(found.node).trim();
      const isAddress = /^(?:https?:\/\/|www\.)\S+$/i.test(words);
      const unexpected = words === '' ? 'link without words' : `address ${quote(words)} as the words of a link`;
      const message = `Unexpected ${unexpected}, expected words that say where it leads: write \`[words](address)\``;
      if (words === '' || isAddress) report('link-words', found, message);
    }
  },
};
