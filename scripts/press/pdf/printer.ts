import { startBrowser } from './browser.ts';
import type { RunningBrowser, Tab } from './browser.ts';
import { Pool } from './pool.ts';

/** Prints documents, one for a whole build: lends tabs of a browser, and starts another where one breaks. */
export interface Printer {
  /** As the browser reports itself: `HeadlessChrome/143.0.7499.0`. */
  readonly version: string;
  /** Absolute path of the executable. */
  readonly path: string;
  /** False where the user is root or the system forbids it. */
  readonly sandbox: boolean;
  /** True if the conformance suite passed with this version: only then may a PDF claim PDF/UA. */
  readonly proven: boolean;
  /**
   * Shows a complete HTML document in a tab and lets `work` measure, change and print it. Waits where all tabs are busy.
   * A browser that ends, or takes longer than `deadline` ms, is replaced and `work` done once more from the start; after the
   * second time this throws `BrowserFailed`. What `work` itself throws is passed on.
   */
  readonly use: <T>(html: string, work: (layout: Layout) => Promise<T>, deadline?: number) => Promise<T>;
  /** Ends the browser and removes its temporary files; may be called again, also on Ctrl-C. Prints under way are rejected. */
  readonly close: () => Promise<void>;
}

/** A laid-out document. */
export type Layout = Pick<Tab, 'evaluate' | 'print'>;

/** A document on which the browser broke twice. */
export class BrowserFailed extends Error {
  override readonly name = 'BrowserFailed';
}

/** Versions on which the conformance suite passed, as `Printer.version` says them. */
export const provenVersions: readonly string[] = ['HeadlessChrome/143.0.7499.0'];

// More tabs than this gain little on two cores, and cost 55 to 100 MB each.
const mostTabs = 2;
// A tab grows with each document that it has shown; a new one is a new process.
const documentsPerTab = 200;
/** Characters of HTML after which a tab is tidied: three handouts, or a guide. */
const mostLeft = 300_000;
const tries = 2;

/**
 * Starts the browser of this machine; `discreet`: one that keeps nothing of what it prints on a disk. Throws
 * `BrowserMissing` where none starts.
 */
export async function openPrinter({ discreet = false }: { readonly discreet?: boolean } = {}): Promise<Printer> {
  const start = (): Promise<RunningBrowser> => startTwice(discreet);
  const first = await start();
  const proven = provenVersions.includes(first.version);
  const tabs = new BrowserTabs(first, start);
  return {
    version: first.version,
    path: first.path,
    sandbox: first.sandbox,
    proven,
    use: (html, work, deadline = 120_000) => tabs.use(html, work, deadline),
    close: () => tabs.close(),
  };
}

/** A tab, the browser that it belongs to, and how much it has shown. */
interface LentTab {
  readonly tab: Tab;
  readonly browser: RunningBrowser;
  shown: number;
  /** Characters of HTML shown since it was tidied. */
  left: number;
}

class BrowserTabs {
  #browser: Promise<RunningBrowser>;
  #closed = false;
  readonly #pool: Pool<LentTab>;
  readonly #start: () => Promise<RunningBrowser>;

  constructor(first: RunningBrowser, start: () => Promise<RunningBrowser>) {
    this.#start = start;
    this.#browser = Promise.resolve(first);
    this.#pool = new Pool<LentTab>({
      most: mostTabs,
      open: () => this.#open(),
      isFit: ({ browser, shown }) => browser.isAlive() && shown < documentsPerTab,
      // The browser may be gone, and its tab with it.
      discard: ({ tab, browser }) => (browser.isAlive() ? tab.close().catch(() => {}) : Promise.resolve()),
    });
  }

  async use<T>(html: string, work: (layout: Layout) => Promise<T>, deadline: number): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#pool.use((lent) => showWithin(lent, html, work, deadline));
      } catch (error) {
        if (!(error instanceof BrowserBroke) || this.#closed) throw error;
        if (tried < tries) continue;
        throw new BrowserFailed(
          `Unexpected browser that ${error.message}, ${tried} times, expected a printed document: simplify it, or see guidepress doctor`,
          { cause: error },
        );
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const browser = await this.#browser.catch(() => null);
    await browser?.end();
  }

  /** A tab of the browser, or of a new one where it has ended. */
  async #open(): Promise<LentTab> {
    const now = this.#browser;
    const alive = await now.then(
      (browser) => browser.isAlive(),
      () => false,
    );
    // Two may find it dead at once: the first replaces it.
    if (!alive && this.#browser === now && !this.#closed) this.#browser = replace(now, this.#start);
    const browser = await this.#browser;
    try {
      return { tab: await browser.openTab(), browser, shown: 0, left: 0 };
    } catch (cause) {
      throw browser.isAlive() ? cause : new BrowserBroke('ended', { cause });
    }
  }
}

async function replace(dead: Promise<RunningBrowser>, start: () => Promise<RunningBrowser>): Promise<RunningBrowser> {
  const browser = await dead.catch(() => null);
  await browser?.end();
  return start();
}

/** A browser may be killed while it starts: one that cannot start fails again. */
function startTwice(discreet: boolean): Promise<RunningBrowser> {
  return startBrowser({ discreet }).catch(() => startBrowser({ discreet }));
}

/** Not the document's fault as far as anybody knows: it may be tried again. */
class BrowserBroke extends Error {}

async function showWithin<T>(
  lent: LentTab,
  html: string,
  work: (layout: Layout) => Promise<T>,
  deadline: number,
): Promise<T> {
  const { tab, browser } = lent;
  lent.shown += 1;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    // All that waits for it is rejected then.
    void browser.end();
  }, deadline);
  try {
    await tab.show(html);
    const result = await work(tab);
    lent.left += html.length;
    if (lent.left > mostLeft) {
      await tab.tidy();
      lent.left = 0;
    }
    return result;
  } catch (cause) {
    if (late) throw new BrowserBroke(`took over ${Math.round(deadline / 1000)} s`, { cause });
    if (!browser.isAlive() || isGone(cause)) throw new BrowserBroke('ended', { cause });
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

/** A tab of a living browser that crashed: puppeteer has no class for it. */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'TargetCloseError' || /Target closed|Session closed|Page crashed|detached/i.test(error.message))
  );
}
