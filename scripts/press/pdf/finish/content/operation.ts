/** One operation of a content stream (ISO 32000-1, 7.8.2): its operands in PDF syntax, then the operator. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
}

/** Operators that begin or continue a path (8.5.2). */
export const pathOperators: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);

/** Operators that paint a path (8.5.3). */
export const paintOperators: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);

/** Operators that make a path clip (8.5.4); a painting operator, often `n`, follows. */
export const clipOperators: ReadonlySet<string> = new Set(['W', 'W*']);

/** The operands as numbers. */
export function numbersOf(operation: Operation): readonly number[] {
  return operation.operands.map(Number);
}

/** A resource's name, without the solidus. */
export function resourceName(operation: Operation): string {
  return (operation.operands[0] ?? '').slice(1);
}
