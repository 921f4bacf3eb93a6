/** Exit codes of the command; the highest that applies wins. */
export const exit = {
  made: 0,
  /** The content has errors, or hits a limit. */
  content: 1,
  /** Wrong use, unknown guide or edition. */
  usage: 2,
  /** The machine lacks something: browser, space, permission. */
  machine: 3,
  /** Our bug. */
  bug: 70,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** Wrong use of the command: its message says what was typed and what may be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine lacks something: its message says what, and the one fix. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
}

/** What an error means for the exit code, and the line that a user reads. */
export function explain(error: unknown): { code: number; message: string } {
  if (!(error instanceof Error)) return { code: exit.bug, message: String(error) };
  if (error.name === 'UsageError') return { code: exit.usage, message: error.message };
  if (error.name === 'MachineError' || error.name === 'BrowserMissing')
    return { code: exit.machine, message: error.message };
  if (error.name === 'AbortError') return { code: exit.interrupted, message: 'Stopped' };
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS'))
    return { code: exit.usage, message: `${error.message.split('. ')[0]}: see guidepress --help` };
  const fix = fixes[code];
  if (fix) return { code: exit.machine, message: `${error.message}: ${fix}` };
  return {
    code: exit.bug,
    message: `${error.stack ?? error.message}\nThis is a bug in Guidepress: please report it with the lines above`,
  };
}

const fixes: Readonly<Record<string, string>> = {
  ENOSPC: 'make room on the disk and build again',
  EACCES: 'give yourself permission to write there, or choose another folder with --out',
  EPERM: 'give yourself permission to write there, or choose another folder with --out',
  ENOTDIR: 'choose a folder, not a file, with --out',
  EEXIST: 'choose a folder, not a file, with --out',
  EROFS: 'choose a folder that can be written with --out',
  EMFILE: 'allow more open files (ulimit -n) and build again',
};
