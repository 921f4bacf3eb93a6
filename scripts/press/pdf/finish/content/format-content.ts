import type { Operation } from './operation.ts';

/** A content stream, one operation a line. */
export function formatContent(operations: readonly Operation[]): string {
  return operations.map(formatOperation).join('');
}

function formatOperation({ operator, operands }: Operation): string {
  if (operands.length === 0) return `${operator}\n`;
  const list = operands.join(' ');
  return /[>\])]$/.test(list) ? `${list}${operator}\n` : `${list} ${operator}\n`;
}
