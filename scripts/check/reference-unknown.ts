import { findNearestName } from '../read/nearest-name.ts';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placeWithin } from './places.ts';

/** A source that references.yml does not have. */
export const referenceUnknown: Check = {
  id: 'reference-unknown',
  run(context, report) {
    const { references } = context.library;
    for (const found of nodes(context, 'citation')) {
      for (const key of found.node.keys.filter((key) => !references.has(key))) {
        const near = findNearestName(key, [...references.keys()]);
        const expected = near === null ? 'a key of references.yml' : `\`@${near}\``;
        const message = `Unexpected source \`@${key}\`, expected ${expected}: correct it or add it to references.yml`;
        report('reference-unknown', placeWithin(found, `@${key}`), message);
      }
    }
  },
};
