import { passagesOf, placeIn } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/language-of.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** A `not` that is easily overlooked: `don’t` read as `do` turns a warning round. */
export const contractionNegative: Check = {
  id: 'contraction-negative',
  run({ translation: { language, sections } }, report) {
    const plain = plainLanguageOf(language);
    if (plain === null) return;
    for (const passage of sections.flatMap((section) => passagesOf(section))) {
      for (const { 0: word, index } of passage.text.matchAll(/(?<!\p{L})\p{L}+['’]\p{L}+/gu)) {
        const full = plain.inFull(word);
        const message = `Unexpected ${quote(word)}, expected ${quote(full ?? '')}: write it in full`;
        if (full !== null) report('contraction-negative', placeIn(passage, index), message);
      }
    }
  },
};
