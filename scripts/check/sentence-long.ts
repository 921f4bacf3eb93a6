import { passagesOf, placeIn, prose } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/language-of.ts';
import type { Check } from './check.ts';

/** For languages that nobody has looked at: Spanish says in 25 words what English says in 20. */
const mostWords = 25;

/** A sentence that is too long to be kept in mind. */
export const sentenceLong: Check = {
  id: 'sentence-long',
  run({ translation }, report) {
    const most = plainLanguageOf(translation.language)?.mostWords ?? mostWords;
    for (const passage of translation.sections.flatMap((section) => passagesOf(section, ...prose))) {
      for (const { words, index } of passage.sentences.filter((one) => one.words.length > most)) {
        const message = `Unexpected sentence of ${words.length} words, expected at most ${most}: make two of it`;
        report('sentence-long', placeIn(passage, index), message);
      }
    }
  },
};
