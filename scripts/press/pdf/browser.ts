import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Browser, Page as Tab } from 'puppeteer-core';
import { browserEnvironment, otherBrowser } from './browser-environment.ts';
import type { Environment } from './browser-environment.ts';
import { BrowserMissing } from './browser-missing.ts';
import { findBrowser } from './find-browser.ts';
import type { FoundBrowser } from './find-browser.ts';
import { Pool } from './pool.ts';

/*
 * The only user of puppeteer. `puppeteer-core`, because `puppeteer` runs a `.puppeteerrc.cjs` that it finds in the current
 * folder: that may be a stranger's guide.
 */

/** A browser that prints, one for a whole build. */
export interface Printer {
  /** As it reports itself: `HeadlessChrome/143.0.7499.0`. */
  readonly version: string;
  /** Absolute path of the executable. */
  readonly path: string;
  /** False where the user is root or the system forbids it. */
  readonly sandbox: boolean;
  /** True if the conformance suite passed with this version: only then may a PDF claim PDF/UA. */
  readonly proven: boolean;
  /**
   * Prints a complete HTML document as it stands: no script of its own runs, nothing is fetched, the size of the paper is the
   * style sheet's. `prepare` may measure and set styles before. Takes turns where all tabs are busy.
   */
  readonly print: <T>(html: string, prepare: (layout: Layout) => Promise<T>) => Promise<Printed<T>>;
  /** Ends the browser and removes its temporary files; to be called once, also on Ctrl-C. Prints under way are rejected. */
  readonly close: () => Promise<void>;
}

/** A laid-out document, before it is cut into pages. */
export interface Layout {
  /** Runs a function in the page; it must not use anything from outside, nor hold named functions (tsx would wrap them). */
  readonly evaluate: <A, R>(look: (argument: A) => R, argument: A) => Promise<R>;
}

/** What came out of the browser. */
export interface Printed<T> {
  /** Raw, as Chromium wrote it. */
  readonly pdf: Uint8Array;
  /** What `prepare` returned. */
  readonly prepared: T;
}

/** Versions on which the conformance suite passed, as `Printer.version` says them. */
export const provenVersions: readonly string[] = ['HeadlessChrome/143.0.7499.0'];

// More tabs than this gain little on two cores, and cost 55 to 100 MB each.
const mostTabs = 2;
const timeout = 120_000;

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Hinting depends on the machine and changes the bytes.
  '--font-render-hinting=none',
  // Nothing can be fetched, even if a document found a way to ask.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

/** Starts the browser of this machine (see `findBrowser`). Throws `BrowserMissing` where none starts. */
export async function openPrinter(): Promise<Printer> {
  const found = await findBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'guidepress-browser-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeFolder);
  const leave = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.off('exit', removeFolder);
    await found.dispose();
  };
  try {
    const { browser, sandbox } = await start(found, folder, await browserEnvironment(found, folder));
    const version = await browser.version();
    // A new tab for each document would cost twice the printing.
    const tabs = new Pool(
      mostTabs,
      () => openTab(browser),
      (tab) => tab.close().catch(() => {}),
    );
    const close = async (): Promise<void> => {
      await browser.close();
      await leave();
    };
    let closing: Promise<void> | null = null;
    return {
      version,
      path: found.path,
      sandbox,
      proven: provenVersions.includes(version),
      print: (html, prepare) => tabs.use((tab) => print(tab, html, prepare)),
      close: () => (closing ??= close()),
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function print<T>(tab: Tab, html: string, prepare: (layout: Layout) => Promise<T>): Promise<Printed<T>> {
  await tab.setContent(html, { waitUntil: 'load', timeout });
  await tab.evaluate(async () => {
    // A font that only margin boxes use would come too late, and hide their text.
    await Promise.all(Array.from(document.fonts, (font) => font.load()));
    await document.fonts.ready;
  });
  const prepared = await prepare({
    // The types of puppeteer cannot say that the argument arrives as it is.
    evaluate: <A, R>(look: (argument: A) => R, argument: A) =>
      tab.evaluate(look as (argument: unknown) => R, argument) as Promise<R>,
  });
  const pdf = await tab.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout });
  return { pdf, prepared };
}

async function openTab(browser: Browser): Promise<Tab> {
  const tab = await browser.newPage();
  await tab.setJavaScriptEnabled(false);
  await tab.emulateMediaType('print');
  return tab;
}

/** With the sandbox, and without it only for root, whom Chromium refuses, or where the system forbids it. */
async function start(
  { path }: FoundBrowser,
  folder: string,
  env: Environment,
): Promise<{ browser: Browser; sandbox: boolean }> {
  const launchWith = (sandbox: boolean): Promise<Browser> =>
    launch({
      executablePath: path,
      args: sandbox ? flags : [...flags, '--no-sandbox'],
      userDataDir: join(folder, 'profile'),
      env,
      // A pipe is nobody else's to connect to, and the browser ends when this process does, however that ends.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout,
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
