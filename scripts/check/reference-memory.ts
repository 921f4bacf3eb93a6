import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placeWithin } from './places.ts';

/** A source that nobody has looked at: it may be noted, never printed. */
export const referenceMemory: Check = {
  id: 'reference-memory',
  run(context, report) {
    const { references } = context.library;
    for (const found of nodes(context, 'citation')) {
      for (const key of found.node.keys.filter((key) => references.get(key)?.seen === 'memory')) {
        const message = `Unexpected source \`@${key}\` from memory, expected one that was seen: look it up and set \`seen\` and \`checked\`, or cite another`;
        report('reference-memory', placeWithin(found, `@${key}`), message);
      }
    }
  },
};
