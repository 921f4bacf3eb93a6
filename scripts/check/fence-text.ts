import type { Section } from '../model.ts';
import type { Check, Edit } from './check.ts';
import { fenceFix, mendFence } from './fence-fix.ts';
import { fenceMistakes } from './fence-lines.ts';
import { offsetAt, placeInLine } from './places.ts';
import { quote } from './quote.ts';

/** A `:::` line that stayed text: the card it should open would not be there. */
export const fenceText: Check = {
  id: 'fence-text',
  run({ translation }, report) {
    for (const section of translation.sections) {
      for (const { line, column, text, closing } of fenceMistakes(section)) {
        const message = closing ? closingFix(text) : fenceFix(text);
        report('fence-text', placeInLine(section, line, column), message);
      }
    }
  },
  fix: ({ translation }) => translation.sections.flatMap(mends),
};

function closingFix(text: string): string {
  const written = text.trim();
  if (mendFence(written) === null) return 'Unexpected `:::`, expected an open block before it: remove the line';
  return `Unexpected ${quote(written)}, expected \`:::\`: write three plain colons`;
}

function mends(section: Section): readonly Edit[] {
  return fenceMistakes(section).flatMap(({ line, column, text, prose }) => {
    const mended = prose ? mendFence(text) : null;
    const start = offsetAt(section, line, column);
    return mended === null ? [] : [{ section, start, end: start + text.trimEnd().length, text: mended }];
  });
}
