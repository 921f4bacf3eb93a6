import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { BrowserMissing } from './browser-missing.ts';
import { embeddedChromium, hasEmbeddedChromium } from './embedded-chromium.ts';

/** An executable to try, not started yet. */
export interface FoundBrowser {
  /** Absolute path. */
  readonly path: string;
  /** Folder with libraries for it, where the system may lack them. */
  readonly libraries: string | null;
  readonly dispose: () => Promise<void>;
}

/**
 * The browser to print with: what GUIDEPRESS_BROWSER names; else, on Linux x86-64, the one inside the npm package; else an
 * installed Chrome, Chromium or Edge; else one that `npx puppeteer browsers install` fetched. Throws `BrowserMissing`.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['GUIDEPRESS_BROWSER'];
  if (named) return existing(resolve(named));
  if (hasEmbeddedChromium()) return embeddedChromium();
  for (const path of [...installedPaths(), ...(await fetchedPaths())]) {
    if (await isExecutable(path)) return existing(path);
  }
  throw new BrowserMissing(
    'Unexpected machine without a browser, expected Chrome, Chromium or Edge: install one, or run `npx puppeteer browsers install chrome-headless-shell`',
  );
}

async function existing(path: string): Promise<FoundBrowser> {
  if (!(await isExecutable(path))) {
    throw new BrowserMissing(
      `Unexpected \`${path}\` in GUIDEPRESS_BROWSER, expected an executable file: name a browser that is there, or unset it`,
    );
  }
  return { path, libraries: null, dispose: async () => {} };
}

function installedPaths(): readonly string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (process.platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function fetchedPaths(): Promise<readonly string[]> {
  const { Browser, getInstalledBrowsers } = await import('@puppeteer/browsers');
  const cacheDir = process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer');
  const wanted = [Browser.CHROMEHEADLESSSHELL, Browser.CHROME];
  const fetched = await getInstalledBrowsers({ cacheDir });
  return wanted.flatMap((kind) =>
    fetched.filter(({ browser }) => browser === kind).map(({ executablePath }) => executablePath),
  );
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
