import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placesWithin } from './places.ts';

/** A mark `[^1]` that has no note: it prints as it is typed, and what it should say is lost. */
export const footnoteUnknown: Check = {
  id: 'footnote-unknown',
  run(context, report) {
    for (const found of nodes(context, 'text')) {
      const { start, end } = found.position ?? {};
      const written = found.section.source.slice(start?.offset, end?.offset);
      const marks = Array.from(written.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g), ([mark]) => mark);
      for (const [index, where] of placesWithin(found, marks).entries()) {
        const mark = marks[index] ?? '';
        const message = `Unexpected \`${mark}\` without a note, expected a line \`${mark}: …\`: write the note or remove the mark`;
        report('footnote-unknown', where, message);
      }
    }
  },
};
