import type { Operation } from './operation.ts';

/** Last characters of operands that need no space after them. */
const endsItself = new Set(['>', ']', ')']);

/** A content stream, one operation a line. */
export function formatContent(operations: readonly Operation[]): string {
  return operations.map(formatOperation).join('');
}

function formatOperation({ operator, operands }: Operation): string {
  if (operands.length === 0) return `${operator}\n`;
  const list = operands.join(' ');
  return endsItself.has(list.at(-1) ?? '') ? `${list}${operator}\n` : `${list} ${operator}\n`;
}
