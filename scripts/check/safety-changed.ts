import type { Check } from './check.ts';
import { quote } from './quote.ts';
import { safetyChanges } from './safety-changes.ts';
import type { SafetyChange } from './safety-changes.ts';
import { safetyTextsOf } from './safety-texts.ts';

/** Words that can harm differ from what a person accepted: deleted, swapped or changed, they are valid Markdown still. */
export const safetyChanged: Check = {
  id: 'safety-changed',
  run({ library, guide, translation }, report) {
    const { file, id, safetyLock: lock, translations } = guide;
    if (lock === null) return;
    const accept = `put it back, or accept it with \`guidepress check --accept ${id}\``;
    const gone = [...lock.keys()].filter((tag) => !translations.has(tag));
    for (const tag of gone) {
      const message = `Unexpected lack of the text in ${quote(tag)}, expected it as accepted: ${accept}`;
      report('safety-changed', { file }, message);
    }
    const accepted = lock.get(translation.language);
    if (accepted === undefined) {
      const message = `Unexpected text in ${quote(translation.language)}, expected only languages that were accepted: read it, then accept it with \`guidepress check --accept ${id}\``;
      report('safety-changed', { file: translation.sections[0]?.file ?? file }, message);
      return;
    }
    for (const change of safetyChanges(accepted, safetyTextsOf(library, translation))) {
      report('safety-changed', change.written ?? { file }, `Unexpected ${problemOf(change)}: ${accept}`);
    }
  },
};

function problemOf({ group, accepted, written }: SafetyChange): string {
  if (written === null) return `lack of ${quote(accepted ?? '')} in \`${group}\`, expected it as accepted`;
  const expected = accepted === null ? 'nothing new since it was accepted' : `${quote(accepted)} as accepted`;
  return `${quote(written.text)} in \`${group}\`, expected ${expected}`;
}
