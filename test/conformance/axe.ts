import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { array, object, parse, string } from 'valibot';

/** How a reader looks at a web page. Sizes in CSS px. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

/** Phone and desktop, each light and dark. */
export const views: readonly View[] = (['light', 'dark'] as const).flatMap((scheme) => [
  { name: `phone, ${scheme}`, width: 390, height: 844, scheme },
  { name: `desktop, ${scheme}`, width: 1280, height: 900, scheme },
]);

/** The violations that axe-core finds on a web page as seen in a view: `rule: help [targets]`, one line each. */
export async function runAxe(browser: Browser, html: string, view: View): Promise<readonly string[]> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: view.width, height: view.height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
    await page.goto(pathToFileURL(html).href);
    await page.evaluate(axe.source);
    const results = parse(resultsSchema, await page.evaluate('axe.run({ resultTypes: ["violations"] })'));
    return results.violations.map(
      ({ id, help, nodes }) => `${id}: ${help} [${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}]`,
    );
  } finally {
    await page.close();
  }
}

const resultsSchema = object({
  violations: array(object({ id: string(), help: string(), nodes: array(object({ html: string() })) })),
});
