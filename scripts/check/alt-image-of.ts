import { primaryLanguage } from '../read/language-tag.ts';
import type { Check } from './check.ts';
import { pictures } from './pictures.ts';
import { quote } from './quote.ts';

/** By language, how the words of a picture should not start. Other languages are not judged. */
const starts: Readonly<Record<string, RegExp>> = {
  en: /^\s*(?:(?:an?|the|this)\s+)?(?:image|picture|photo|photograph|graphic|drawing|illustration)\s+(?:of|showing|shows)\b/i,
};

/** The words of a picture that say that it is one: the screen reader has just said so. */
export const altImageOf: Check = {
  id: 'alt-image-of',
  run(context, report) {
    const start = starts[primaryLanguage(context.translation.language)];
    for (const { alt, where } of pictures(context)) {
      const words = start?.exec(alt)?.[0];
      if (words === undefined) continue;
      const message = `Unexpected ${quote(words)} in the words of a picture, expected what it shows: leave these words out`;
      report('alt-image-of', where, message);
    }
  },
};
