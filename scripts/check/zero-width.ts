import type { Section } from '../model.ts';
import { findCharacters } from './characters.ts';
import type { CharacterFound } from './characters.ts';
import type { Check } from './check.ts';
import { joining, withoutSpaces } from './joining-scripts.ts';
import { offsetAt } from './places.ts';

/** A character of no width: it splits a word for search and speech, or hides something in it. */
export const zeroWidth: Check = {
  id: 'zero-width',
  run({ translation }, report) {
    for (const { name, where } of translation.sections.flatMap(strayIn)) {
      report('zero-width', where, `Unexpected invisible character ${name}, expected none here: remove it`);
    }
  },
  fix({ translation }) {
    return translation.sections.flatMap((section) =>
      strayIn(section).flatMap(({ where }) => {
        const { line = 1, column = 1 } = where.position?.start ?? {};
        const start = offsetAt(section, line, column);
        const isTyped = /[\u200B-\u200D\u2060\uFEFF]/u.test(section.source.charAt(start));
        return isTyped ? [{ section, start, end: start + 1, text: '' }] : [];
      }),
    );
  },
};

function strayIn(section: Section): readonly CharacterFound[] {
  return findCharacters(section, /[\u200B-\u200D\u2060\uFEFF]/u).filter(
    ({ name, around }) =>
      !(name === 'U+200B' ? withoutSpaces.test(around) : /^U\+200[CD]$/.test(name) && joining.test(around)),
  );
}
