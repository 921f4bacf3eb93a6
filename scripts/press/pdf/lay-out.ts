import type { Page } from '../../model.ts';
import type { Layout } from './printer.ts';
import { fitToPage, type Fit } from './fit.ts';
import { atPrintWidth, measureParts, type Measures } from './measure.ts';

/** What was measured before printing. */
export interface LaidOut extends Measures {
  readonly fit: Fit | null;
}

/** Lays a printed page out, finds the size that fits, and measures. */
export function layOut(layout: Layout, page: Page): Promise<LaidOut> {
  return atPrintWidth(layout, async () => {
    const fit = page.fit === null ? null : await fitToPage(layout, page.fit);
    return { fit, ...(await measureParts(layout)) };
  });
}
