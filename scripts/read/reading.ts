import { relative, sep } from 'node:path';
import type { Finding, Report } from '../findings.ts';
import { KnownPictures } from './assets.ts';
import { collectFindings } from './collect-findings.ts';
import type { Memory } from './memory.ts';
import { SectionParser } from './parse-in-worker.ts';

/** What every part of the reader shares while it reads. */
export interface Reading {
  readonly report: Report;
  readonly parser: SectionParser;
  /** Pictures that were decoded, for all guides. */
  readonly pictures: KnownPictures;
  /** Null where each text is read once. */
  readonly memory: Memory | null;
  /** A path as findings show it: from the current folder, with `/`. */
  shown(path: string): string;
}

/** How to read, from the caller's options. */
interface ReadingOptions {
  /** Folder that the paths of findings start from, absolute. */
  readonly cwd: string;
  readonly parser?: SectionParser;
  readonly memory?: Memory;
}

/** Reads with the parser given, or with one of its own that it closes; hands over what was read, and the findings. */
export async function withReading<T>(
  { cwd, memory, parser: given = memory?.parser }: ReadingOptions,
  read: (reading: Reading) => Promise<T>,
): Promise<{ readonly result: T; readonly findings: readonly Finding[] }> {
  const findings = collectFindings();
  const parser = given ?? new SectionParser();
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/') || '.';
  try {
    const pictures = memory?.pictures ?? new KnownPictures();
    const result = await read({ report: findings.report, parser, pictures, memory: memory ?? null, shown });
    return { result, findings: findings.list() };
  } finally {
    if (given === undefined) await parser.close();
  }
}
