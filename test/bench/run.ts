import { spawn } from 'node:child_process';
import { type Seen, watchTree } from './process-tree.ts';

/** A process to run, and how. */
export interface Run {
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd: string;
  /** Where it keeps temporary files. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  /** Look at its memory and processor time while it runs; that costs time, so it is not timed in the same run. */
  readonly watch?: boolean;
}

/** What a process said and took. */
export interface Ran {
  /** Wall time from the start of the process to its end. */
  readonly seconds: number;
  readonly stdout: string;
  /** Null where nobody looked. */
  readonly seen: Seen | null;
}

/** Runs a process to its end. Throws, with what it said last, if it fails. */
export async function run({ command, words, cwd, temporary, signal, watch = false }: Run): Promise<Ran> {
  signal.throwIfAborted();
  const started = performance.now();
  const child = spawn(command, words, {
    cwd,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Asked to end, it ends its own browser.
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const said: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on('data', (chunk: Buffer) => said.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.stderr.push(chunk));
  const watcher = watch && child.pid !== undefined ? watchTree(child.pid) : null;
  try {
    const { code, seconds } = await new Promise<{ code: number | null; seconds: number }>((resolve, reject) => {
      let ended = started;
      child.once('error', reject);
      child.once('exit', () => (ended = performance.now()));
      child.once('close', (code) => resolve({ code, seconds: (ended - started) / 1000 }));
    });
    signal.throwIfAborted();
    if (code !== 0) throw new Error(failure(command, words, code, Buffer.concat(said.stderr).toString()));
    return { seconds, stdout: Buffer.concat(said.stdout).toString(), seen: watcher?.stop() ?? null };
  } finally {
    watcher?.stop();
    signal.removeEventListener('abort', stop);
  }
}

function failure(command: string, words: readonly string[], code: number | null, stderr: string): string {
  const last = stderr.trim().split('\n').slice(-5).join('\n');
  return `Unexpected exit code ${code} of \`${[command, ...words].join(' ')}\`, expected 0:\n${last}`;
}
