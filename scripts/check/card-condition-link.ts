import type { Check } from './check.ts';
import { nodes } from './nodes.ts';

/** A link in an emergency card: who reads it must call, not read on. */
export const cardConditionLink: Check = {
  id: 'card-condition-link',
  run(context, report) {
    for (const found of nodes(context, 'link', 'linkReference')) {
      const isUrgent = found.ancestors.some((node) => node.type === 'containerDirective' && node.name === 'emergency');
      const message = 'Unexpected link in `:::emergency`, expected plain words: keep the words, and link elsewhere';
      if (isUrgent) report('card-condition-link', found, message);
    }
  },
};
