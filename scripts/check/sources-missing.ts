import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';
import { placeOfSection } from './place-of-section.ts';

const mostWords = 60;

/** A section with much prose and no source: claims that nobody can look up. */
export const sourcesMissing: Check = {
  id: 'sources-missing',
  run({ guide, translation }, report) {
    if (guide.plain) return;
    for (const section of translation.sections) {
      if (nodesIn(section, 'citation').length > 0) continue;
      const prose = nodesIn(section, 'paragraph').filter(({ ancestors }) => !ancestors.some(isBlock));
      const words = prose.flatMap(({ node }) => toString(node).match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;
      const message = `Unexpected ${words} words without a source, expected one where something is claimed: add \`[@key]\` if a claim is made`;
      if (words > mostWords) report('sources-missing', placeOfSection(section), message);
    }
  },
};

/** Cards, actions and boxes say what to do; the text around them says why. */
function isBlock({ type }: Nodes): boolean {
  return type === 'containerDirective';
}
