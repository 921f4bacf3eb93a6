import type { Section } from '../model.ts';
import type { Check } from './check.ts';
import { nodesIn } from './nodes.ts';
import { translated } from './originals.ts';
import { placeOfSection } from './place-of-section.ts';
import { quote } from './quote.ts';

/** A translation whose actions are not those of its original: its checklist would be another. */
export const translationActions: Check = {
  id: 'translation-actions',
  run(context, report) {
    for (const { section, original } of translated(context)) {
      const [own, wanted] = [actionsIn(section), actionsIn(original)];
      const message = `Unexpected ${own}, expected ${wanted} as in ${quote(original.file)}: use the same ids in the same order`;
      if (own !== wanted) report('translation-actions', placeOfSection(section), message);
    }
  },
};

function actionsIn(section: Section): string {
  const actions = nodesIn(section, 'containerDirective').filter(({ node }) => node.name === 'action');
  const ids = actions.map(({ node }) => quote(node.attributes?.['id'] ?? ''));
  return ids.length === 0 ? 'no actions' : `actions ${ids.join(', ')}`;
}
