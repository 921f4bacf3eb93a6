import { array, number, object, parse, string } from 'valibot';
import { runJava } from './java.ts';

/** What EPUBCheck says about one file. */
export interface EpubReport {
  readonly file: string;
  /** Fatal errors, errors and warnings, one line each; empty for a book that conforms. */
  readonly failures: readonly string[];
}

/** Checks EPUB files against EPUB 3.3 in one JVM; reports come in the order of `files`. Throws if one has no report. */
export async function epubcheck(files: readonly string[]): Promise<readonly EpubReport[]> {
  if (files.length === 0) return [];
  const { code, stdout, stderr } = await runJava('EpubCheckAll.java', files);
  if (code !== 0) throw new Error(`Expected EPUBCheck to report on ${files.length} files, got ${stderr}`);
  const reports = parse(reportsSchema, JSON.parse(stdout));
  return files.map((file) => {
    const report = reports.find(({ checker }) => checker.path === file);
    if (!report) throw new Error(`Expected EPUBCheck to report on ${file}, got ${stdout.slice(0, 500)}`);
    return { file, failures: failuresOf(report) };
  });
}

const reportsSchema = array(
  object({
    checker: object({ path: string(), nFatal: number(), nError: number(), nWarning: number() }),
    messages: array(
      object({
        ID: string(),
        severity: string(),
        message: string(),
        locations: array(object({ path: string(), line: number(), column: number() })),
      }),
    ),
  }),
);

type JavaReport = ReturnType<typeof parse<typeof reportsSchema>>[number];

function failuresOf({ checker, messages }: JavaReport): readonly string[] {
  const lines = messages
    .filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
    .map(({ ID, severity, message, locations }) => {
      const places = locations.slice(0, 3).map(({ path, line, column }) => `${path}:${line}:${column}`);
      return `${severity} ${ID} ${message.slice(0, 300)} [${places.join(' | ')}]`;
    });
  const counted = checker.nFatal + checker.nError + checker.nWarning;
  return lines.length === 0 && counted > 0 ? [`${counted} problems without a message`] : lines;
}
