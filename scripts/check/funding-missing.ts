import type { Check } from './check.ts';

/** A guide that does not say who paid for it: readers cannot judge whose interest it serves. */
export const fundingMissing: Check = {
  id: 'funding-missing',
  run({ guide }, report) {
    if (guide.plain || guide.funding !== null) return;
    report(
      'funding-missing',
      guide,
      'Unexpected guide without its funding, expected `funding` in guide.yml: say who paid, or `none`',
    );
  },
};
