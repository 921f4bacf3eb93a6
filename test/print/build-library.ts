import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry, Manifest } from '../../scripts/write/manifest.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/guidepress.mjs');

/** What a build made and said. */
export interface Built {
  readonly entries: readonly Entry[];
  /** Why each product was made, by its file's name; empty for one that was not. */
  readonly why: Readonly<Record<string, readonly string[]>>;
}

interface Said {
  readonly why: Built['why'];
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
}

/** Runs the real command in a folder that holds `content/`; throws with what it said unless it ends well. */
export async function buildIn(cwd: string, words: readonly string[]): Promise<Built> {
  const said = await new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      [bin, 'build', '--json', '--why', ...words],
      { cwd, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => (error ? reject(new Error(stderr + errorsIn(stdout))) : resolve(stdout)),
    );
  });
  const { why } = JSON.parse(said) as Said;
  const manifest = JSON.parse(await readFile(path.join(cwd, 'output/manifest.json'), 'utf8')) as Manifest;
  return {
    entries: manifest.artifacts,
    why: Object.fromEntries(Object.entries(why).map(([at, reasons]) => [path.basename(at), reasons])),
  };
}

function errorsIn(said: string): string {
  const { findings } = JSON.parse(said) as Said;
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
    .join('\n');
}
