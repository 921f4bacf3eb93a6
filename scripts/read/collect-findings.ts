import type { Finding, Report } from '../findings.ts';
import { byPlace, finding, oneLine } from '../findings.ts';

/** Where findings gather while reading. */
export interface Findings {
  readonly report: Report;
  /** So far, by place, each once: a shared section is read for every guide that uses it. */
  list(): Finding[];
}

/** Starts with nothing found. */
export function collectFindings(): Findings {
  const found = new Map<string, Finding>();
  return {
    report(rule, where, message) {
      const made = finding(rule, where, message);
      found.set(oneLine(made), made);
    },
    list: () => [...found.values()].sort(byPlace),
  };
}
