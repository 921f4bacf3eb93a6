import type { Check } from './check.ts';
import { safetyTextsOf } from './safety-texts.ts';

/** A guide with cards or actions and without a lock: a bullet deleted by accident would go unseen. */
export const safetyUnlocked: Check = {
  id: 'safety-unlocked',
  run({ library, guide, translation }, report) {
    const { plain, safetyLock, file, id } = guide;
    if (plain || safetyLock !== null || safetyTextsOf(library, translation).size === 0) return;
    const message = `Unexpected guide without a safety lock, expected \`safety.lock.yml\`: read its cards, actions and facts, then run \`guidepress check --accept ${id}\``;
    report('safety-unlocked', { file }, message);
  },
};
