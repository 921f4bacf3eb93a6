import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { quote } from './quote.ts';

/** A word in a link that mixes Latin with letters that look like it: the address may be another than it seems (UTS 39). */
export const lookAlike: Check = {
  id: 'look-alike',
  run(context, report) {
    for (const found of nodes(context, 'link')) {
      const address = decoded(found.node.url);
      const word = [toString(found.node), address].flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []).find(isMixed);
      const message = `Unexpected letters of two scripts in ${quote(word ?? '')}, expected one script in a word: type it again`;
      if (word !== undefined) report('look-alike', found, message);
    }
  },
};

/** Units such as `μg` start with a Greek letter. */
function isMixed(word: string): boolean {
  return /\p{sc=Latn}/u.test(word) && /\p{sc=Cyrl}|\p{sc=Grek}/u.test(word.replace(/^μ/, ''));
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
