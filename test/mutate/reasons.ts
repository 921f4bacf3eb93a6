import type { Mutant } from './mutants.ts';

/** Why no rule can find a mutant; empty where that is not known. */
export function reasonFor({ kind, change }: Mutant): string {
  return reasons.find((one) => one.kind === kind && one.change === change)?.reason ?? '';
}

const reasons = [
  { kind: 'date', change: 'delete', reason: 'a guide may have no date' },
  { kind: 'date', change: 'digit', reason: 'a real day still, and nothing else says when' },
] as const satisfies readonly (Pick<Mutant, 'kind' | 'change'> & { readonly reason: string })[];
