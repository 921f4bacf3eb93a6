import type { Check } from './check.ts';
import { blocks, contentOf } from './blocks.ts';

/** A tracker without a table: there is nothing to fill in. */
export const trackerForm: Check = {
  id: 'tracker-form',
  run(context, report) {
    for (const { node, file, position } of blocks(context, 'tracker')) {
      const content = contentOf(node);
      if (content.some(({ type }) => type === 'table')) continue;
      const message = `Unexpected ${content[0]?.type ?? 'nothing'} in \`:::tracker\`, expected a table: write a row of heads and the row \`|---|---|\` below`;
      report('tracker-form', { file, position: content[0]?.position ?? position }, message);
    }
  },
};
