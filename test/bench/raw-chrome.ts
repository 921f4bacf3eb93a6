import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compose } from '../../scripts/compose/compose.ts';
import type { EditionId, Order } from '../../scripts/model.ts';
import { planOrders, type Wish } from '../../scripts/plan/orders.ts';
import { browserEnvironment } from '../../scripts/press/pdf/browser-environment.ts';
import { flags as pressFlags } from '../../scripts/press/pdf/browser.ts';
import { findBrowser } from '../../scripts/press/pdf/find-browser.ts';
import { fontsCss } from '../../scripts/press/pdf/fonts-css.ts';
import { printHtml } from '../../scripts/press/pdf/print-html.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import type { Ran } from './run.ts';
import type { Stage } from './stage.ts';

/** As many as the press has. */
const tabs = 2;

/** The press's own, without the sandbox for root, whom Chromium refuses. */
const flags = [...pressFlags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

/** A document to print raw, under the path of its product. */
export interface RawDocument {
  /** Path of the product under the output folder. */
  readonly product: string;
  readonly edition: EditionId;
  /** Absolute path of the HTML file: what the press hands to the browser. */
  readonly html: string;
}

/** Writes the HTML that the press prints for the PDF editions of a content folder that are asked for. */
export async function writeRawHtml(
  stage: Stage,
  content: string,
  wish: Pick<Wish, 'editions' | 'languages' | 'papers' | 'places'>,
): Promise<readonly RawDocument[]> {
  const library = await readLibrary(content, { cwd: stage.folder });
  const { orders } = planOrders(library, {
    ...wish,
    today: new Date().toISOString().slice(0, 10),
    incomplete: new Set(),
  });
  const folder = await stage.empty();
  const htmlOf = async (order: Order): Promise<string> => {
    const { publication } = compose(order, library);
    return printHtml(publication, { fontCss: await fontsCss(publication.fonts) });
  };
  const documents: RawDocument[] = [];
  for (const order of orders.filter(({ format }) => format === 'pdf')) {
    const html = path.join(folder, `${order.path.replaceAll('/', '--')}.html`);
    await writeFile(html, await htmlOf(order));
    documents.push({ product: order.path, edition: order.edition, html });
  }
  return documents;
}

/** Prints with Chrome alone. */
export class RawChrome {
  readonly #stage: Stage;
  readonly #browser: { readonly browser: string; readonly env: unknown };

  private constructor(stage: Stage, browser: { readonly browser: string; readonly env: unknown }) {
    this.#stage = stage;
    this.#browser = browser;
  }

  /** Finds the press's own browser, before anything is timed. */
  static async find(stage: Stage): Promise<RawChrome> {
    const found = await findBrowser();
    const env = await browserEnvironment(found, await stage.empty());
    return new RawChrome(stage, { browser: found.path, env: { ...env, TMPDIR: stage.temporary } });
  }

  /**
   * Prints each document `passes` times in a process of its own: starts Node and the browser once, sets each document's HTML once.
   * Resolves to the process's wall time and the folder of the PDFs. Throws where one is missing or empty.
   */
  async print(
    documents: readonly RawDocument[],
    passes: number,
    watch = false,
  ): Promise<Pick<Ran, 'seconds' | 'seen'> & { readonly pdfOf: (document: RawDocument) => string }> {
    const out = await this.#stage.empty();
    const job = path.join(out, 'job.json');
    await mkdir(path.join(out, 'pdf'));
    const files = documents.map(({ html }) => html);
    await writeFile(job, JSON.stringify({ ...this.#browser, flags, tabs, passes, files, out: path.join(out, 'pdf') }));
    const script = path.join(import.meta.dirname, 'raw-chrome.mjs');
    const { seconds, seen } = await this.#stage.runNode([script, job], watch);
    const pdfOf = ({ html }: RawDocument): string => path.join(out, 'pdf', `${path.basename(html, '.html')}.pdf`);
    for (const document of documents) {
      if ((await stat(pdfOf(document))).size === 0)
        throw new Error(`Expected a raw PDF of ${document.product}, got none`);
    }
    return { seconds, seen, pdfOf };
  }
}
