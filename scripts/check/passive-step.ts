import { passagesOf, placeIn } from '../prose/passages.ts';
import type { Passage } from '../prose/passages.ts';
import { plainLanguageOf } from '../prose/language-of.ts';
import type { Check } from './check.ts';

/** A step that describes something where it should tell the reader what to do. */
export const passiveStep: Check = {
  id: 'passive-step',
  run({ translation: { language, sections } }, report) {
    const plain = plainLanguageOf(language);
    if (plain === null) return;
    for (const passage of sections.flatMap((section) => passagesOf(section, 'item')).filter(opensStep)) {
      const [first] = passage.sentences;
      const message =
        'Unexpected description in a numbered list, expected what to do: start with the verb, as in `Wrap the pack`';
      if (first && plain.isIdleStep(first.text)) report('passive-step', placeIn(passage, first.index), message);
    }
  },
};

function opensStep({ node, ancestors }: Passage): boolean {
  const [list, item] = ancestors.slice(-2);
  return list?.type === 'list' && list.ordered === true && item?.children[0] === node;
}
