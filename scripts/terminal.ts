import { readFileSync, statSync } from 'node:fs';
import { capFindings } from './cap-findings.ts';
import { oneLine, type Finding } from './findings.ts';
import { prettyFindings } from './pretty.ts';
import { mostBytes } from './read/text-file.ts';

/** Where a verb speaks: products and tables on stdout, findings and progress on stderr. */
export interface Terminal {
  readonly say: (line: string) => void;
  readonly findings: (findings: readonly Finding[]) => void;
  /** One line that the next one overwrites; nothing where stderr is no terminal. */
  readonly progress: (line: string) => void;
}

/** The real terminal; `quiet` keeps findings and drops the rest, `json` keeps stdout for one document. */
export function openTerminal({ quiet, json }: { quiet: boolean; json: boolean }): Terminal {
  const lively = process.stderr.isTTY && !quiet && !json;
  const clear = lively ? '\r\u001b[K' : '';
  return {
    say: (line) => {
      if (!quiet && !json) process.stdout.write(`${line}\n`);
    },
    findings: (findings) => {
      if (process.stderr.isTTY && findings.length > 0) {
        const look = { colour: hasColour(), width: process.stderr.columns ?? 80 };
        process.stderr.write(`${clear}${prettyFindings(findings, sourcesOf(findings), look)}`);
        return;
      }
      for (const finding of capFindings(findings))
        process.stderr.write(`${clear}${oneLine(finding)} (${finding.url})\n`);
    },
    progress: (line) => {
      if (lively) process.stderr.write(`${clear}${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
  };
}

/** NO_COLOR wins over all else (no-color.org). */
function hasColour(): boolean {
  return !process.env['NO_COLOR'] && process.stderr.hasColors();
}

/** The files as they are now; one that cannot be read is shown without its lines. */
function sourcesOf(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const file of new Set(findings.map((one) => one.file))) {
    try {
      const status = statSync(file);
      if (!status.isFile() || status.size > mostBytes) continue;
      sources.set(file, new TextDecoder().decode(readFileSync(file)));
    } catch {
      // Gone, or not ours to read: the finding itself says what matters.
    }
  }
  return sources;
}

/** Rows as aligned columns. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
