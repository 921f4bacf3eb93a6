import { toString } from 'mdast-util-to-string';
import type { Check } from './check.ts';
import { nodes } from './nodes.ts';

/** A table with an empty cell in its head, or raw HTML without one: screen readers name each cell by its head. */
export const tableHead: Check = {
  id: 'table-head',
  run(context, report) {
    for (const { node, file } of nodes(context, 'table')) {
      const empty = node.children[0]?.children.find((cell) => toString(cell).trim() === '');
      const message = 'Unexpected empty cell in the head of a table, expected a word: name what stands below it';
      if (empty) report('table-head', { file, position: empty.position ?? node.position }, message);
    }
    for (const found of nodes(context, 'html')) {
      const { value } = found.node;
      const message = 'Unexpected table without `<th>`, expected a head: write the first row with `<th scope="col">`';
      if (/<table[^]*<\/table>/.test(value) && !/<th[\s>]/.test(value)) report('table-head', found, message);
    }
  },
};
