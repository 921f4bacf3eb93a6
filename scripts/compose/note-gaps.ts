import { finding, type Finding } from '../findings.ts';
import type { Order } from '../model.ts';
import { noteFile, placeIn } from '../read/note.ts';
import { fontsFor } from './fonts.ts';

/** Characters of a clinic's note that no installed font has: where they are, but not which. */
export function noteGaps({ own, language }: Order): readonly Finding[] {
  const note = own?.note ?? null;
  if (note === null) return [];
  return fontsFor(note, language.tag).missing.map(({ character, package: name }) =>
    finding(
      'note-characters',
      { file: noteFile, position: placeIn(note, note.indexOf(character)) },
      `Unexpected character in the note, expected one that an installed font has: ${name ? `install \`${name}\` with npm` : 'write it in another way'}`,
    ),
  );
}
