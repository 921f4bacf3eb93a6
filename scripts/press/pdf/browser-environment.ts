import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserMissing } from './browser-missing.ts';
import { fallbackFont } from './embedded-chromium.ts';
import type { FoundBrowser } from './find-browser.ts';

/** Variables of the browser's process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a user can do about a browser that does not start. */
export const otherBrowser = 'set GUIDEPRESS_BROWSER to an installed Chrome, Chromium or Edge';

const timeout = 60_000;

/**
 * The variables a browser needs, for its own process alone: on Linux one font of ours instead of the system's, no profile of the user,
 * and the libraries that the package brings where the system lacks them. Writes into `folder`. Throws `BrowserMissing`
 * if the executable does not start even so.
 */
export async function browserEnvironment({ path, libraries }: FoundBrowser, folder: string): Promise<Environment> {
  if (process.platform !== 'linux') return process.env;
  const own = {
    ...process.env,
    FONTCONFIG_FILE: await writeFontConfiguration(folder),
    HOME: folder,
    TMPDIR: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
  // The loader is asked: a look at file names is fooled by what a Java runtime or another browser brings along.
  const complaint = complaintOf(path, own);
  if (complaint === null) return own;
  const completed = { ...own, LD_LIBRARY_PATH: libraries ?? undefined };
  if (libraries !== null && complaintOf(path, completed) === null) return completed;
  throw new BrowserMissing(
    `Unexpected answer of \`${path}\` (${complaint}), expected a browser that starts: ${otherBrowser}`,
  );
}

/** Null if it starts, else the last line it said. */
function complaintOf(path: string, env: Environment): string | null {
  const { status, stderr, error } = spawnSync(path, ['--version'], { encoding: 'utf8', env, timeout });
  if (status === 0) return null;
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `exit code ${status}`);
}

/** With no font at all Chromium prints empty pages, even if the page brings its own, and says nothing. */
async function writeFontConfiguration(folder: string): Promise<string> {
  const fonts = join(folder, 'fonts');
  await mkdir(fonts);
  await writeFile(join(fonts, 'OpenSans-Regular.ttf'), await fallbackFont());
  const file = join(folder, 'fonts.conf');
  const path = fonts.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
  const where = `<dir>${path}</dir><cachedir>${path}</cachedir>`;
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>${where}</fontconfig>\n`);
  return file;
}
