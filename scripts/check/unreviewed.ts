import type { Check } from './check.ts';

/** A guide that no named person has reviewed: its products say draft. */
export const unreviewed: Check = {
  id: 'unreviewed',
  run({ guide }, report) {
    if (guide.review !== null) return;
    report(
      'unreviewed',
      guide,
      'Unexpected guide without a review, expected a named reviewer: have it reviewed before patients get it, until then it prints as a draft',
    );
  },
};
