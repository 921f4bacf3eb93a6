import { exit } from './exit.ts';
import { readOptions } from './options.ts';
import { openTerminal } from './terminal.ts';

/** `guidepress check`: the rules alone. Resolves to the exit code. */
export async function check(words: readonly string[]): Promise<number> {
  const started = performance.now();
  const options = readOptions(words);
  const terminal = openTerminal(options);
  const [{ checkLibrary }, { load }] = await Promise.all([import('./check/index.ts'), import('./load.ts')]);
  const { library } = await load(options, checkLibrary);
  const { findings } = library;
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const milliseconds = Math.round(performance.now() - started);
  if (options.json) process.stdout.write(`${JSON.stringify({ findings, artifacts: [], milliseconds })}\n`);
  else terminal.findings(findings);
  terminal.say(
    `${library.guides.length} guides: ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes (${milliseconds} ms)`,
  );
  return count('error') > 0 ? exit.content : exit.made;
}
