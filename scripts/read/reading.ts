import { relative, sep } from 'node:path';
import type { Finding, Report } from '../findings.ts';
import { collectFindings } from './collect-findings.ts';
import { SectionParser } from './parse-in-worker.ts';

/** What every part of the reader shares while it reads. */
export interface Reading {
  readonly report: Report;
  readonly parser: SectionParser;
  /** A path as findings show it: from the current folder, with `/`. */
  shown(path: string): string;
}

/** Reads with the parser given, or with one of its own that it closes; hands over what was read, and the findings. */
export async function withReading<T>(
  cwd: string,
  given: SectionParser | undefined,
  read: (reading: Reading) => Promise<T>,
): Promise<{ readonly result: T; readonly findings: readonly Finding[] }> {
  const findings = collectFindings();
  const parser = given ?? new SectionParser();
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/') || '.';
  try {
    const result = await read({ report: findings.report, parser, shown });
    return { result, findings: findings.list() };
  } finally {
    if (given === undefined) await parser.close();
  }
}
