import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, number, object, parse, string } from 'valibot';
import type { TestProject } from 'vitest/node';
import { corpusFolder, corpusGuides } from './corpus.ts';
import { run } from './run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Output folders by set: the library's and the corpus's. */
    outputs: Readonly<Record<'library' | 'corpus', string>>;
    /** Findings of severity error in the library: none, but with a browser on trial. */
    libraryErrors: readonly string[];
    /** Findings of severity error in the corpus, one line each. */
    errors: readonly string[];
  }
}

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the library and the corpus once, by the real command, into a temporary folder that goes after the tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'guidepress-conformance-'));
  const remove = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  const outputs = { library: path.join(temporary, 'library'), corpus: path.join(temporary, 'corpus') };
  try {
    project.provide('libraryErrors', await build(['--unreviewed', '--out', outputs.library]));
    const guides = corpusGuides().map((name) => path.join(corpusFolder, name));
    project.provide('errors', await build([...guides, '--draft', '--out', outputs.corpus]));
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('outputs', outputs);
  return remove;
}

const outcomeSchema = object({
  findings: array(object({ file: string(), line: number(), severity: string(), rule: string(), message: string() })),
});

async function build(args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await run('node', ['bin/guidepress.mjs', 'build', '--json', ...args], root);
  // A browser on trial may lay out what does not fit: that is told with the rest.
  if (code !== 0 && !(process.env['GUIDEPRESS_CANARY'] && code === 1)) {
    throw new Error(`Expected \`guidepress build ${args.join(' ')}\` to exit 0, got ${code}:\n${stderr}${stdout}`);
  }
  return parse(outcomeSchema, JSON.parse(stdout))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);
}
