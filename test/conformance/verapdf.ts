import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { runJava } from './java.ts';

/** A profile of veraPDF: PDF/UA-1 (ISO 14289-1) or PDF/A-2a (ISO 19005-2, level A). */
export type Flavour = 'ua1' | '2a';

/** What veraPDF says about one file. */
export interface PdfReport {
  readonly file: string;
  readonly conforms: boolean;
  /** Empty for a file that conforms. */
  readonly failures: readonly PdfFailure[];
}

/** A rule that a file breaks; clause and test are null where the file could not be read at all. */
export interface PdfFailure {
  readonly clause: string | null;
  readonly test: number | null;
  readonly checks: number;
  readonly description: string;
  /** Paths to the first objects that break it. */
  readonly contexts: readonly string[];
}

/** Checks PDF files in one JVM; reports come in the order of `files`. Throws if veraPDF does not report on each. */
export async function verapdf(files: readonly string[], flavour: Flavour): Promise<readonly PdfReport[]> {
  if (files.length === 0) return [];
  const options = ['--flavour', flavour, '--format', 'xml', '--maxfailuresdisplayed', '3'];
  const { stdout, stderr } = await runJava('org.verapdf.apps.GreenfieldCliWrapper', [...options, ...files]);
  const reports = readReport(stdout);
  return files.map((file) => {
    const report = reports.find((one) => one.file === file);
    if (!report) throw new Error(`Expected veraPDF to report on ${file}, got ${stderr || stdout}`);
    return report;
  });
}

/** One line a broken rule, sorted, for messages of tests. */
export function describeFailures({ failures }: PdfReport): readonly string[] {
  const lines = failures.map(
    ({ clause, test, checks, description, contexts }) =>
      `${clause ?? '?'}-${test ?? '?'} × ${checks}: ${description} [${contexts.map((context) => context.slice(-160)).join(' | ')}]`,
  );
  return lines.sort();
}

/** Reads veraPDF's XML report: `job` > `item/name` + `validationReport` > `rule` > `check/context`. */
function readReport(xml: string): readonly PdfReport[] {
  const reports: PdfReport[] = [];
  let job = { file: '', conforms: false, failures: [] as PdfFailure[] };
  let rule = { clause: '', test: 0, checks: 0, failed: false, description: '', contexts: [] as string[] };
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`Expected veraPDF's report as XML, got ${error.message}: ${xml.slice(0, 500)}`, { cause: error });
  });
  parser.on('text', (part) => (text += part));
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    text = '';
    if (name === 'job') job = { file: '', conforms: false, failures: [] };
    if (name === 'validationReport') job.conforms = attributes['isCompliant'] === 'true';
    if (name === 'rule') {
      rule = {
        clause: attributes['clause'] ?? '',
        test: Number(attributes['testNumber']),
        checks: Number(attributes['failedChecks']),
        failed: attributes['status'] === 'failed',
        description: '',
        contexts: [],
      };
    }
  });
  const closers: Readonly<Record<string, () => void>> = {
    name: () => (job.file = text),
    description: () => (rule.description = text),
    context: () => rule.contexts.push(text),
    exceptionMessage: () => job.failures.push({ clause: null, test: null, checks: 1, description: text, contexts: [] }),
    rule: () => {
      if (rule.failed) job.failures.push(rule);
    },
    job: () => reports.push({ ...job, conforms: job.conforms && job.failures.length === 0 }),
  };
  parser.on('closetag', ({ name }) => closers[name]?.());
  parser.write(xml).close();
  return reports;
}
