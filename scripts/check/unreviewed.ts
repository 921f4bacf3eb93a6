import { reviewOf, signaturesOf } from '../review/standing.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** A guide that no named person has reviewed as it is now: the publisher's own products say draft. */
export const unreviewed: Check = {
  id: 'unreviewed',
  run({ library, guide, translation, country }, report) {
    if (reviewOf(library, { guide, translation, country, clinic: null }) !== null) return;
    const others = [...guide.translations.values()].flatMap((one) => signaturesOf(library, guide, one));
    // One note for a guide that nobody has reviewed in any language.
    const which = others.some(({ isCurrent }) => isCurrent) ? ` in ${quote(translation.language)}` : '';
    report(
      'unreviewed',
      guide,
      `Unexpected guide without a review${which}, expected a named reviewer: have it reviewed with \`guidepress review\` before patients get it, until then it prints as a draft`,
    );
  },
};
