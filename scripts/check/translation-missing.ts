import type { Check } from './check.ts';
import { originals } from './originals.ts';

/** A section that a translation lacks: its readers are told less. */
export const translationMissing: Check = {
  id: 'translation-missing',
  run(context, report) {
    const { guide, translation } = context;
    const there = new Set(translation.sections.map(({ id }) => id));
    for (const original of originals(context)) {
      const message = `Unexpected lack of \`${original.path}\` in \`${translation.language}\`, expected a translation: add \`${translation.language}/${original.path}\``;
      if (!there.has(original.id)) report('translation-missing', guide, message);
    }
  },
};
