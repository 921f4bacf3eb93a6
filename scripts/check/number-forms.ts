import { passagesOf, placeIn } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/language-of.ts';
import { countsIn } from '../prose/counts.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** One number in two forms: a reader who compares `two minutes` with `2 minutes` wonders which is meant. */
export const numberForms: Check = {
  id: 'number-forms',
  run({ translation: { language, sections } }, report) {
    const plain = plainLanguageOf(language);
    if (plain === null) return;
    for (const section of sections) {
      const counts = passagesOf(section).flatMap((passage) =>
        countsIn(passage.text, plain).map((count) => ({ ...count, passage })),
      );
      const digits = new Map(counts.filter(({ inDigits }) => inDigits).map(({ value, written }) => [value, written]));
      for (const { value, written, index, passage } of counts.filter(({ inDigits }) => !inDigits)) {
        const other = digits.get(value);
        const message = `Unexpected ${quote(written)} beside ${quote(other ?? '')}, expected one form in a section: write digits`;
        if (other !== undefined) report('number-forms', placeIn(passage, index), message);
      }
    }
  },
};
