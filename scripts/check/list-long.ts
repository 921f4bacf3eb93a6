import type { Check } from './check.ts';
import { nodes } from './nodes.ts';

const mostItems = 7;

/** A list that nobody can keep in mind. */
export const listLong: Check = {
  id: 'list-long',
  run(context, report) {
    for (const found of nodes(context, 'list')) {
      const { length } = found.node.children;
      const message = `Unexpected list of ${length} items, expected at most ${mostItems}: make two lists, each with a heading`;
      if (length > mostItems) report('list-long', found, message);
    }
  },
};
