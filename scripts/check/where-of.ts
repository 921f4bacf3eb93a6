import type { Where } from '../findings.ts';

/** The start of a line in a file, for what was read from YAML. */
export function whereOf({ file, line }: { readonly file: string; readonly line: number }): Where {
  const start = { line, column: 1 };
  return { file, position: { start, end: start } };
}
