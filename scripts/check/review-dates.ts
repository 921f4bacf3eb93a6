import { latestNext, mostYears } from '../review/dates.ts';
import { signaturesOf } from '../review/standing.ts';
import type { Check } from './check.ts';
import { whereOf } from './where-of.ts';

/** Review dates that cannot be right, or that let advice grow old. */
export const reviewDates: Check = {
  id: 'review-dates',
  run({ library, guide, translation }, report) {
    for (const { review } of signaturesOf(library, guide, translation)) {
      const { date, next } = review;
      const latest = latestNext(date);
      const expected =
        next <= date ? `one after \`${date}\`` : `\`${latest}\` or before, ${mostYears} years after the last`;
      const message = `Unexpected next review \`${next}\` of \`${guide.id}\`, expected ${expected}: have it signed again with \`guidepress review\``;
      if (next <= date || next > latest) report('review-dates', whereOf(review), message);
    }
  },
};
