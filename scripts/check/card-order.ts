import { blocks } from './blocks.ts';
import type { Check } from './check.ts';

const bands = ['emergency', 'urgent', 'routine'] as const;

/** Care cards out of order, given twice, or after the first action: the reader must meet the fastest help first. */
export const cardOrder: Check = {
  id: 'card-order',
  run(context, report) {
    let last = -1;
    let isLate = false;
    for (const found of blocks(context, ...bands, 'action')) {
      const { name } = found.node;
      const band = bands.findIndex((one) => one === name);
      const expected = isLate ? 'all cards before the first action: move it up' : expectedAfter(band, last);
      if (band < 0) isLate = true;
      else if (expected !== null) report('card-order', found, `Unexpected \`:::${name}\`, expected ${expected}`);
      last = Math.max(last, band);
    }
  },
};

function expectedAfter(band: number, last: number): string | null {
  if (band > last) return null;
  return band === last ? 'one in a guide: merge the two' : `it before \`:::${bands[last]}\`: move it up`;
}
