import type { Operation } from './operation.ts';

/** Last characters of operands that need no space after them. */
const endsItself = new Set(['>', ']', ')']);

/** A content stream, one operation a line. */
export function formatContent(operations: readonly Operation[]): string {
  let content = '';
  for (const { operator, source } of operations) {
    if (source !== '') content += endsItself.has(source.at(-1) ?? '') ? source : `${source} `;
    content += `${operator}\n`;
  }
  return content;
}
