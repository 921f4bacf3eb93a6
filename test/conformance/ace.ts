import { readFile } from 'node:fs/promises';
import type { AxeRunner } from '@daisy/ace-core';
import type { Browser } from 'puppeteer-core';
import { array, object, parse, string } from 'valibot';
import { launchCheckBrowser } from './browser.ts';

/** What Ace by DAISY says about one book. */
export interface AceReport {
  readonly outcome: string;
  /** One line each; empty for a book without violations. */
  readonly violations: readonly string[];
}

/**
 * Checks one book with Ace (EPUB Accessibility 1.1, WCAG) in our own browser, not the Electron that Ace would bring.
 * `temporary` takes Ace's log, settings and report.
 */
export async function ace(epub: string, temporary: string): Promise<AceReport> {
  // Read when the module loads: Ace writes its settings and log below it.
  process.env['XDG_CONFIG_HOME'] = temporary;
  process.env['XDG_STATE_HOME'] = temporary;
  const { default: runAce } = await import('@daisy/ace-core');
  const options = { cwd: temporary, outdir: temporary, silent: true, initLogger: true };
  const [, json] = await runAce(epub, options, createRunner());
  const report = parse(reportSchema, json);
  return {
    outcome: report['earl:result']['earl:outcome'],
    violations: report.assertions.flatMap(({ assertions, 'earl:testSubject': subject }) =>
      assertions.map(
        ({ 'earl:test': test, 'earl:result': result }) =>
          `${subject.url} ${test['dct:title']} ${test['earl:impact']}: ${result['dct:description']}`,
      ),
    ),
  };
}

const reportSchema = object({
  'earl:result': object({ 'earl:outcome': string() }),
  assertions: array(
    object({
      'earl:testSubject': object({ url: string() }),
      assertions: array(
        object({
          'earl:test': object({ 'dct:title': string(), 'earl:impact': string() }),
          'earl:result': object({ 'dct:description': string() }),
        }),
      ),
    }),
  ),
});

function createRunner(): AxeRunner {
  let browser: Browser | null = null;
  return {
    concurrency: 2,
    setTimeout() {},
    async launch() {
      browser = await launchCheckBrowser();
    },
    async close() {
      await browser?.close();
    },
    async run(url, scripts, scriptContents) {
      if (!browser) throw new Error('Expected Ace to launch the browser before it runs, got no browser');
      return runInPage(browser, url, scripts, scriptContents);
    },
  };
}

async function runInPage(
  browser: Browser,
  url: string,
  scripts: readonly string[],
  scriptContents: readonly string[],
): Promise<unknown> {
  const page = await browser.newPage();
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const address = request.url();
      if (/^https?:/.test(address)) return request.abort();
      if (request.resourceType() !== 'document') return request.continue();
      // A browser that opens .xhtml from a disk may take it for HTML: a book is XML.
      return readFile(new URL(address)).then((body) =>
        request.respond({ status: 200, contentType: 'application/xhtml+xml', body }),
      );
    });
    await page.goto(url);
    for (const content of scriptContents) await page.evaluate(content);
    for (const path of scripts) await page.addScriptTag({ path });
    return await page.evaluate(
      'new Promise((resolve, reject) => window.daisy.ace.run((error, report) => (error ? reject(error) : resolve(report))))',
    );
  } finally {
    await page.close();
  }
}
