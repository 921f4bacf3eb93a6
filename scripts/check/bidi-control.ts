import { findCharacters } from './characters.ts';
import type { Check } from './check.ts';

/** A character that turns the direction of text around: what is read is then not what is written (UAX 9, CVE-2021-42574). */
export const bidiControl: Check = {
  id: 'bidi-control',
  run({ translation }, report) {
    for (const section of translation.sections) {
      for (const { name, where } of findCharacters(section, /[\u202A-\u202E\u2066-\u2069]/u)) {
        const message = `Unexpected direction control ${name}, expected none: remove it, the language sets the direction`;
        report('bidi-control', where, message);
      }
    }
  },
};
