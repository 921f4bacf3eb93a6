import { blockNames } from '../syntax.ts';
import { findNearestName } from '../read/nearest-name.ts';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placeWithin } from './places.ts';

/** A block by a name that no block has. */
export const directiveUnknown: Check = {
  id: 'directive-unknown',
  run(context, report) {
    for (const found of nodes(context, 'containerDirective')) {
      const { name } = found.node;
      if (blockNames.some((known) => known === name)) continue;
      const near = findNearestName(name, blockNames);
      const expected =
        near === null ? `one of ${blockNames.map((known) => `\`${known}\``).join(', ')}` : `\`:::${near}\``;
      report(
        'directive-unknown',
        placeWithin(found, name),
        `Unexpected block \`:::${name}\`, expected ${expected}: rename it`,
      );
    }
  },
};
