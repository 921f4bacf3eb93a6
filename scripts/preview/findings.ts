import { byPlace, oneLine, type Finding } from '../findings.ts';

/** Whether a build would stop. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Findings of several kinds, each once, by place. */
export function merge(...lists: readonly (readonly Finding[])[]): readonly Finding[] {
  return [...new Map(lists.flat().map((one) => [oneLine(one), one])).values()].sort(byPlace);
}
