import { hardWords } from './english-hard-words.ts';
import { isIdleStep } from './english-steps.ts';
import { listOf } from './list-of.ts';
import type { PlainLanguage } from './plain-language.ts';
import { syllablesIn } from './syllables.ts';

/** English of any region; limits and usage after the NHS service manual. */
export const english: PlainLanguage = {
  mostWords: 20,
  syllables: syllablesIn,
  inFull,
  hardWords,
  emptyLinks: new Set([
    'click',
    'click here',
    'click this link',
    'find out more',
    'follow this link',
    'go here',
    'here',
    'learn more',
    'link',
    'more',
    'more info',
    'more information',
    'read more',
    'see here',
    'see more',
    'tap here',
    'this',
    'this link',
    'this page',
    'this site',
    'this website',
  ]),
  numbers: new Map(
    listOf('two three four five six seven eight nine ten eleven twelve').map((word, order) => [
      word,
      String(order + 2),
    ]),
  ),
  units: [
    ...listOf('second minute hour day night week month year time drop teaspoon tablespoon cup glass tablet pill puff'),
    ...listOf('dose point step layer pillow'),
  ],
  abbreviations: new Set(listOf('ADHD AIDS ASAP COPD COVID DVLA FAST HTML MRSA NASA NICE NSAID PTSD UNICEF USDA')),
  names: [
    ...listOf('basil bergamot cedarwood chamomile citronella eucalyptus frankincense geranium ginger jasmine juniper'),
    ...listOf('lavender lemongrass marjoram patchouli peppermint rosemary sandalwood spearmint turmeric wintergreen'),
  ],
  isIdleStep,
};

function inFull(word: string): string | null {
  const plain = word.replace('’', "'").toLowerCase();
  if (!/^[a-z]+n't$/.test(plain)) return null;
  return (
    { "ain't": 'is not', "can't": 'cannot', "shan't": 'shall not', "won't": 'will not' }[plain] ??
    `${plain.slice(0, -3)} not`
  );
}
