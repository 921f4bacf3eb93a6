import type { Library, Review } from '../model.ts';
import { signaturesOf } from '../review/standing.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';
import { whereOf } from './where-of.ts';

/** A signature under a text that has changed since: its products say draft again. */
export const reviewVoid: Check = {
  id: 'review-void',
  run({ library, guide, translation }, report) {
    for (const { review, isCurrent } of signaturesOf(library, guide, translation)) {
      if (isCurrent) continue;
      const { by, date } = review;
      const message = `Unexpected change of ${nameOf(review)} since ${by} signed it on ${date}, expected the text that was signed: put it back, or have it reviewed again with \`guidepress review\``;
      report('review-void', whereOf(review), message);
    }
    for (const review of library.whole ? straysOf(library) : []) {
      const message = `Unexpected review of ${nameOf(review)}, expected a guide and a language of this library: correct or remove it`;
      report('review-void', whereOf(review), message);
    }
  },
};

function nameOf({ guide, language, place }: Review): string {
  return `${quote(guide)} in ${quote(language)}${place === null ? '' : ` for ${place}`}`;
}

/** Reviews of what is not there. */
function straysOf({ guides, clinics, reviews }: Library): readonly Review[] {
  const all = [...reviews, ...[...clinics.values()].flatMap((clinic) => clinic.reviews)];
  return all.filter(
    ({ guide, language }) => !guides.some(({ id, translations }) => id === guide && translations.has(language)),
  );
}
