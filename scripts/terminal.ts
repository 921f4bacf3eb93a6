import { byPlace, oneLine, type Finding } from './findings.ts';

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
      for (const finding of [...findings].sort(byPlace))
        process.stderr.write(`${clear}${oneLine(finding)} (${finding.url})\n`);
    },
    progress: (line) => {
      if (lively) process.stderr.write(`${clear}${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
  };
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
