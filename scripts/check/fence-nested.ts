import type { ContainerDirective } from 'mdast-util-directive';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';

/** A block inside a block: nothing nests, and the first `:::` would close both. */
export const fenceNested: Check = {
  id: 'fence-nested',
  run(context, report) {
    for (const found of nodes(context, 'containerDirective')) {
      const outer = found.ancestors.findLast((node): node is ContainerDirective => node.type === 'containerDirective');
      if (outer === undefined) continue;
      const opened = `\`:::${outer.name}\` (opened in line ${outer.position?.start.line ?? '?'})`;
      const message = `Unexpected \`:::${found.node.name}\` inside ${opened}, expected one block after the other: close \`:::${outer.name}\` with \`:::\` before it`;
      report('fence-nested', found, message);
    }
  },
};
