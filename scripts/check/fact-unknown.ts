import { findNearestName } from '../read/nearest-name.ts';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { quote } from './quote.ts';

/** A fact that facts.yml does not have: its numbers cannot be checked. */
export const factUnknown: Check = {
  id: 'fact-unknown',
  run(context, report) {
    const { facts } = context.library;
    for (const found of nodes(context, 'fact')) {
      const { id } = found.node;
      if (facts.has(id)) continue;
      const near = findNearestName(id, [...facts.keys()]);
      const expected = near === null ? 'an id of facts.yml' : `\`${near}\``;
      report(
        'fact-unknown',
        found,
        `Unexpected fact ${quote(id)}, expected ${expected}: correct it or add it to facts.yml`,
      );
    }
  },
};
