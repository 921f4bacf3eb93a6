import { signaturesOf } from '../review/standing.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';
import { whereOf } from './where-of.ts';

/** A text that was reviewed, and whose next review is past: its products say so. */
export const expired: Check = {
  id: 'expired',
  run({ library, guide, translation, today }, report) {
    for (const { review, isCurrent } of signaturesOf(library, guide, translation)) {
      if (!isCurrent || review.next >= today) continue;
      const message = `Unexpected review date \`${review.next}\` of ${quote(guide.id)} in ${quote(review.language)}, expected one after \`${today}\`: have it reviewed again with \`guidepress review\``;
      report('expired', whereOf(review), message);
    }
  },
};
