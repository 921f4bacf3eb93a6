import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { lineAt, placeInLine } from './places.ts';

/** A table whose row of dashes does not fit its head (GFM 0.29 §4.10): it stays text, and prints its bars. */
export const tableText: Check = {
  id: 'table-text',
  run(context, report) {
    for (const { section, position } of nodes(context, 'paragraph')) {
      if (position === undefined) continue;
      for (let line = position.start.line + 1; line <= position.end.line; line++) {
        const [head, dashes] = [lineAt(section, line - 1), lineAt(section, line)].map(cellsIn);
        if (head === undefined || dashes === undefined || head.length < 2 || !dashes.every(isDashes)) continue;
        const row = `|${head.map(() => '---|').join('')}`;
        const message = `Unexpected table as text: ${head.length} cells in its head, ${dashes.length} in the row of dashes, expected as many: write \`${row}\``;
        report('table-text', placeInLine(section, line, 1), message);
      }
    }
  },
};

/** What stands between the bars of a line; nothing without a bar. */
function cellsIn(line: string): readonly string[] {
  const text = line.replace(/^[\s>]*/, '').trimEnd();
  if (!/(?<!\\)\|/.test(text)) return [];
  return text
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
}

function isDashes(cell: string): boolean {
  return /^\s*:?-+:?\s*$/.test(cell);
}
