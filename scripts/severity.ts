import type { Finding } from './findings.ts';

/** With `--strict` a warning is an error; a note never is. */
export function strictly(findings: readonly Finding[], { strict }: { readonly strict: boolean }): Finding[] {
  return findings.map((one) => (strict && one.severity === 'warning' ? { ...one, severity: 'error' } : one));
}
