import { measurePairs, mendColours, valuesOf } from '../brand/contrast.ts';
import type { ClinicCheck } from './check.ts';
import { quote } from './quote.ts';

const fields = ['brand', 'brand-tint', 'on-brand'] as const;

/** Each pair of text and background that a clinic's colours make is measured: WCAG 2.2, 1.4.3 and 1.4.6. */
export const clinicContrast: ClinicCheck = {
  id: 'clinic-contrast',
  run({ colours, file, positions }, report) {
    const mended = valuesOf(mendColours(colours), 'light');
    const values = valuesOf(colours, 'light');
    for (const { text, on, ratio, least, what } of measurePairs(colours)) {
      if (ratio >= least) continue;
      // The pair passes once this one is mended, or another's mending has mended it.
      const field = fields.find((name) => (name === text || name === on) && mended[name] !== values[name]);
      if (field === undefined) continue;
      // Rounded down: 6.999 is not 7.
      const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
      const message = `Unexpected contrast ${shown}:1 of ${text} ${values[text]} on ${on} ${values[on]} (${what}), expected ${least}:1 or more: write ${quote(`${field}: '${mended[field]}'`)}, the nearest that passes`;
      report('clinic-contrast', { file, position: positions[field] }, message);
    }
  },
};
