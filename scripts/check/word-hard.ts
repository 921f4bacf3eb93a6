import { passagesOf, placeIn, type Passage } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/language-of.ts';
import { findTerms, type TermFound } from '../prose/terms.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** One list, and so one pattern, a language. */
const lists = new WeakMap<ReadonlyMap<string, string>, readonly string[]>();
/** Languages share sections. */
const known = new WeakMap<Passage, readonly TermFound[]>();

/** A word that few readers know and words.yml does not explain, where it first stands in a section. */
export const wordHard: Check = {
  id: 'word-hard',
  run({ translation: { language, sections, glossary } }, report) {
    const plain = plainLanguageOf(language)?.hardWords;
    if (plain === undefined) return;
    const explained = new Set(glossary.flatMap(({ word, forms }) => [word, ...forms]).map((one) => one.toLowerCase()));
    const hard = lists.get(plain) ?? [...plain.keys()];
    lists.set(plain, hard);
    for (const section of sections) {
      const met = new Set<string>();
      for (const passage of passagesOf(section)) {
        const found = known.get(passage) ?? findTerms(passage.text, hard);
        known.set(passage, found);
        for (const { written, index } of found) {
          if (explained.has(written.toLowerCase())) continue;
          const instead = plain.get(written.toLowerCase()) ?? '';
          const message = `Unexpected hard word ${quote(written)}, expected ${quote(instead)} or the like: write that, or explain it in words.yml`;
          if (!met.has(instead)) report('word-hard', placeIn(passage, index), message);
          met.add(instead);
        }
      }
    }
  },
};
