import type { Section } from '../model.ts';
import { contentOf } from './blocks.ts';
import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';
import { translated } from './originals.ts';
import { placeOfSection } from './place-of-section.ts';
import { quote } from './quote.ts';

const cards = ['emergency', 'urgent', 'routine', 'ask-first', 'steps'] as const;

/** A translation whose cards have more or fewer signs than its original's: one was lost, merged or put in. */
export const translationCards: Check = {
  id: 'translation-cards',
  run(context, report) {
    for (const { section, original } of translated(context)) {
      for (const name of cards) {
        const [own, wanted] = [signsIn(section, name), signsIn(original, name)];
        const message = `Unexpected ${own} signs in \`:::${name}\`, expected ${wanted} as in ${quote(original.file)}: translate each sign as one line`;
        if (own !== wanted) report('translation-cards', placeOfSection(section), message);
      }
    }
  },
};

function signsIn(section: Section, name: string): number {
  const blocks = nodesIn(section, 'containerDirective').filter(({ node }) => node.name === name);
  const content = blocks.flatMap(({ node }) => contentOf(node));
  return content.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0);
}
