import path from 'node:path';
import { exit } from './exit.ts';
import { readOptions, type Options } from './options.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** `guidepress check`: the rules alone; with `--fix` and `--accept` it writes before it looks. Resolves to the exit code. */
export async function check(words: readonly string[]): Promise<number> {
  const started = performance.now();
  const options = readOptions('check', words);
  const terminal = openTerminal(options);
  const [{ checkLibrary }, { load }] = await Promise.all([import('./check/index.ts'), import('./load.ts')]);
  if (options.fix) await fix(options, terminal);
  if (options.accept) await acceptAll(options, terminal);
  const { library } = await load(options, checkLibrary);
  const { findings } = library;
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const milliseconds = Math.round(performance.now() - started);
  if (options.json) process.stdout.write(`${JSON.stringify({ findings, artifacts: [], milliseconds })}\n`);
  else terminal.findings(findings);
  terminal.say(
    `${many(library.guides.length, 'guide')}: ${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}, ${many(count('note'), 'note')} (${milliseconds} ms)`,
  );
  return count('error') > 0 ? exit.content : exit.made;
}

async function fix(options: Options, terminal: Terminal): Promise<void> {
  const [{ fixesOf }, { checkLibrary }, { load }, { mend }] = await Promise.all([
    import('./check/fixes.ts'),
    import('./check/index.ts'),
    import('./load.ts'),
    import('./mend.ts'),
  ]);
  const [place] = options.places;
  const asked = { today: options.today, ...(place === undefined ? {} : { place }) };
  const read = async () => {
    const { library } = await load(options, checkLibrary);
    return { library, fixes: fixesOf(library, asked) };
  };
  await mend(read, { shared: options.guides.length === 0, tell: terminal.say });
}

/** What the lock itself is wrong in is no reason not to write it anew. */
async function acceptAll(options: Options, terminal: Terminal): Promise<void> {
  const [{ checkLibrary }, { load }, { accept }, { safetyLockName }] = await Promise.all([
    import('./check/index.ts'),
    import('./load.ts'),
    import('./accept.ts'),
    import('./read/safety-lock.ts'),
  ]);
  const { library, blocked } = await load(options, (library, asked) =>
    checkLibrary(library, asked).filter(
      ({ rule, file }) => rule !== 'safety-changed' && path.basename(file) !== safetyLockName,
    ),
  );
  await accept(library, ({ id }) => !blocked.has(id), terminal.say);
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
