import { passagesOf } from '../prose/passages.ts';
import type { Check } from './check.ts';

const mostSentences = 3;
const fewWords = 40;

/** A paragraph of more than 3 sentences; a few very short ones are still read at a glance. */
export const paragraphLong: Check = {
  id: 'paragraph-long',
  run({ translation }, report) {
    for (const passage of translation.sections.flatMap((section) => passagesOf(section, 'paragraph', 'item'))) {
      const { length } = passage.sentences;
      const words = passage.sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
      const message = `Unexpected paragraph of ${length} sentences, expected at most ${mostSentences}: start a new one with each thought`;
      if (length > mostSentences && words > fewWords) report('paragraph-long', passage, message);
    }
  },
};
