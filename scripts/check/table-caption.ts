import type { Check } from './check.ts';
import { nodes } from './nodes.ts';

/** A table in raw HTML without a caption; Markdown's own tables cannot have one. */
export const tableCaption: Check = {
  id: 'table-caption',
  run(context, report) {
    for (const found of nodes(context, 'html')) {
      const { value } = found.node;
      const message = 'Unexpected table without a caption, expected `<caption>` first: say what the table shows';
      if (/<table[^]*<\/table>/.test(value) && !value.includes('<caption')) report('table-caption', found, message);
    }
  },
};
