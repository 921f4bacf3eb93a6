import type { Page } from '../../model.ts';
import type { Layout } from './printer.ts';
import { fitToPage, type Fit } from './fit.ts';
import { measureParts, type Measures } from './measure.ts';

/** What was measured before printing. */
export interface LaidOut extends Measures {
  readonly fit: Fit | null;
}

/**
 * Finds the size that fits a document that is as wide as its pages print, measures, and leaves the width to the pages: laid out
 * once for both.
 */
export async function layOut(layout: Layout, page: Page): Promise<LaidOut> {
  const fit = page.fit === null ? null : await fitToPage(layout, page.fit);
  const measures = await measureParts(layout);
  await layout.evaluate((name) => document.documentElement.style.removeProperty(name), 'width');
  return { fit, ...measures };
}
