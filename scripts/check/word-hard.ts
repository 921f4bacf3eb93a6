import { passagesOf, placeIn } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/plain-language.ts';
import { findTerms } from '../prose/terms.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** A word that few readers know and words.yml does not explain, where it first stands in a section. */
export const wordHard: Check = {
  id: 'word-hard',
  run({ translation: { language, sections, glossary } }, report) {
    const plain = plainLanguageOf(language)?.hardWords;
    if (plain === undefined) return;
    const explained = new Set(glossary.flatMap(({ word, forms }) => [word, ...forms]).map((one) => one.toLowerCase()));
    const hard = [...plain.keys()].filter((word) => !explained.has(word));
    for (const section of sections) {
      const met = new Set<string>();
      for (const passage of passagesOf(section)) {
        for (const { written, index } of findTerms(passage.text, hard)) {
          const instead = plain.get(written.toLowerCase()) ?? '';
          const message = `Unexpected hard word ${quote(written)}, expected ${quote(instead)} or the like: write that, or explain it in words.yml`;
          if (!met.has(instead)) report('word-hard', placeIn(passage, index), message);
          met.add(instead);
        }
      }
    }
  },
};
