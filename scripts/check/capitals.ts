import { passagesOf, placeIn } from '../prose/passages.ts';
import type { Passage } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/language-of.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** Words in capitals have no shape, and a screen reader may spell them. Abbreviations that are known or explained are fine. */
export const capitals: Check = {
  id: 'capitals',
  run({ translation: { language, sections, glossary } }, report) {
    const passages = sections.flatMap((section) => passagesOf(section));
    const known = new Set([
      ...(plainLanguageOf(language)?.abbreviations ?? []),
      ...glossary.flatMap(({ word, forms }) => [word, ...forms]),
      ...passages.flatMap(({ text }) => Array.from(text.matchAll(/\((\p{Lu}{4,})\)/gu), ([, word = '']) => word)),
    ]);
    for (const passage of passages) {
      for (const { written, index } of shoutsIn(passage).filter((one) => !known.has(one.written))) {
        const message = `Unexpected capitals in ${quote(written)}, expected small letters: use bold to stress, or explain the abbreviation in words.yml`;
        report('capitals', placeIn(passage, index), message);
      }
    }
  },
};

function shoutsIn({ sentences }: Passage): readonly { readonly written: string; readonly index: number }[] {
  return sentences.flatMap(({ text, index, words }) => {
    // Many scripts have no small letters: an abbreviation among them is no shout.
    if (words.length >= 3 && /\p{Lu}{2}/u.test(text) && !/[\p{Ll}\p{Lo}]/u.test(text))
      return [{ written: text, index }];
    const long = text.matchAll(/(?<![\p{L}\p{N}./_-])\p{Lu}{4,}(?![\p{L}\p{N}_]|[./-]\p{L})/gu);
    return Array.from(long, (match) => ({ written: match[0], index: index + match.index }));
  });
}
