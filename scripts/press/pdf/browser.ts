import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { browserEnvironment, otherBrowser } from './browser-environment.ts';
import type { Environment } from './browser-environment.ts';
import { BrowserMissing } from './browser-missing.ts';
import { findBrowser } from './find-browser.ts';
import type { FoundBrowser } from './find-browser.ts';
import { makeProfileFolder } from './profile-folder.ts';

/*
 * The only user of puppeteer. `puppeteer-core`, because `puppeteer` runs a `.puppeteerrc.cjs` that it finds in the current
 * folder: that may be a stranger's guide.
 */

/** A running browser of this machine. */
export interface RunningBrowser {
  /** As it reports itself: `HeadlessChrome/143.0.7499.0`. */
  readonly version: string;
  /** Absolute path of the executable. */
  readonly path: string;
  /** False where the user is root or the system forbids it. */
  readonly sandbox: boolean;
  /** False once it has ended, or was ended. */
  readonly isAlive: () => boolean;
  readonly openTab: () => Promise<Tab>;
  /** Ends it at once, whatever it does, and removes its temporary files; may be called again. Prints under way are rejected. */
  readonly end: () => Promise<void>;
}

/** Pages from 1, both included. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** A tab that shows one document after another. */
export interface Tab {
  /** Shows a complete HTML document, laid out, its fonts loaded. No script of its own runs, nothing is fetched. */
  readonly show: (html: string) => Promise<void>;
  /** Runs a function in the page; it must not use anything from outside, nor hold named functions (tsx would wrap them). */
  readonly evaluate: <A, R>(look: (argument: A) => R, argument: A) => Promise<R>;
  /** Prints what is shown, or some pages of it, as tagged PDF; the size of the paper is the style sheet's. */
  readonly print: (pages?: PageRange) => Promise<Uint8Array>;
  /** Frees what documents that it showed have left: by itself a tab grows by some MB a document. Takes 10 ms. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

// What has a deadline has its own, shorter one; this one is for what nobody watches.
const timeout = 600_000;
const launchTimeout = 60_000;

// Containers give /dev/shm 64 MB, too little for a long guide. What is shared this way lies in files without a name, on a disk.
const sharesInTemporaryFolder = '--disable-dev-shm-usage';

/** How each browser is started. */
export const flags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  sharesInTemporaryFolder,
  // Hinting depends on the machine and changes the bytes.
  '--font-render-hinting=none',
  // Nothing can be fetched, even if a document found a way to ask.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

/**
 * Starts the browser of this machine (see `findBrowser`). Throws `BrowserMissing` where none starts. A `discreet` one keeps
 * nothing of what it prints on a disk: its profile and what its processes share lie in memory (Linux), and its tabs use no
 * cache of the profile.
 */
export async function startBrowser({
  discreet = false,
}: { readonly discreet?: boolean } = {}): Promise<RunningBrowser> {
  const found = await findBrowser();
  const folder = await makeProfileFolder({ discreet });
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeFolder);
  const leave = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.off('exit', removeFolder);
    await found.dispose();
  };
  try {
    const { browser, sandbox } = await launchFound(found, folder, {
      env: await browserEnvironment(found, folder),
      discreet,
    });
    let ending: Promise<void> | null = null;
    return {
      version: await browser.version(),
      path: found.path,
      sandbox,
      isAlive: () => ending === null && browser.connected,
      openTab: async () => openTab(discreet ? await browser.createBrowserContext() : browser),
      end: () => (ending ??= kill(browser).then(leave)),
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** A browser that hangs does not close when it is asked to; it holds nothing worth saving. */
async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // On POSIX puppeteer starts the browser as leader of a group: its renderers end with it.
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await ended;
}

async function openTab(browser: Pick<Browser, 'newPage'>): Promise<Tab> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  const session = await page.createCDPSession();
  return {
    show: (html) => show(page, html),
    // The types of puppeteer cannot say that the argument arrives as it is.
    evaluate: <A, R>(look: (argument: A) => R, argument: A) =>
      page.evaluate(look as (argument: unknown) => R, argument) as Promise<R>,
    print: (pages) =>
      page.pdf({
        tagged: true,
        outline: true,
        preferCSSPageSize: true,
        printBackground: true,
        timeout,
        ...(pages ? { pageRanges: `${pages.first}-${pages.last}` } : {}),
      }),
    tidy: async () => void (await session.send('HeapProfiler.collectGarbage')),
    close: () => page.close(),
  };
}

async function show(page: Page, html: string): Promise<void> {
  await page.setContent(html, { waitUntil: 'load', timeout });
  await page.evaluate(async () => {
    // A font that only margin boxes use would come too late, and hide their text.
    await Promise.all(Array.from(document.fonts, (font) => font.load()));
    await document.fonts.ready;
  });
}

/** With the sandbox, and without it only for root, whom Chromium refuses, or where the system forbids it. */
async function launchFound(
  { path }: FoundBrowser,
  folder: string,
  { env, discreet }: { readonly env: Environment; readonly discreet: boolean },
): Promise<{ browser: Browser; sandbox: boolean }> {
  const args = discreet ? flags.filter((flag) => flag !== sharesInTemporaryFolder) : flags;
  const launchWith = (sandbox: boolean): Promise<Browser> =>
    launch({
      executablePath: path,
      args: sandbox ? [...args] : [...args, '--no-sandbox'],
      // puppeteer gives it too.
      ignoreDefaultArgs: discreet ? [sharesInTemporaryFolder] : [],
      userDataDir: join(folder, 'profile'),
      env,
      // A pipe is nobody else's to connect to, and the browser ends when this process does, however that ends.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: launchTimeout,
      protocolTimeout: timeout,
    });
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) {
    try {
      return { browser: await launchWith(true), sandbox: true };
    } catch {
      // Over a pipe the reason is not told; if it starts without the sandbox, that was it.
    }
  }
  try {
    return { browser: await launchWith(false), sandbox: false };
  } catch (cause) {
    throw new BrowserMissing(`Unexpected end of \`${path}\`, expected a browser that starts: ${otherBrowser}`, {
      cause,
    });
  }
}
