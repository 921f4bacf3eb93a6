import type { Check } from './check.ts';
import { pictures } from './pictures.ts';

/** The words of a picture that repeat its caption: a listener hears the same twice, and nothing of the picture. */
export const altCaption: Check = {
  id: 'alt-caption',
  run(context, report) {
    for (const { alt, caption, where } of pictures(context)) {
      const isSame = caption !== null && plain(alt) !== '' && plain(alt) === plain(caption);
      const message =
        'Unexpected caption that repeats the words of the picture, expected something new: change one of them';
      if (isSame) report('alt-caption', where, message);
    }
  },
};

function plain(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
