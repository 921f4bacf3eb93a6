import path from 'node:path';
import { safetyTextsOf } from './check/safety-texts.ts';
import type { Guide, Library, SafetyLock } from './model.ts';
import { safetyLockName } from './read/safety-lock.ts';
import { writeAtomically } from './write/atomic.ts';
import { formatSafetyLock } from './write/safety-lock.ts';

/**
 * `guidepress check --accept`: writes each guide's safety lock and tells which. A guide with any other error is left as
 * it is: what could not be read right cannot be accepted.
 */
export async function accept(
  library: Library,
  isSound: (guide: Guide) => boolean,
  tell: (line: string) => void,
): Promise<void> {
  for (const guide of library.guides) {
    const lock = lockOf(guide, library);
    const shown = path.posix.join(path.posix.dirname(guide.file), safetyLockName);
    const texts = Array.from(lock.values(), (groups) => [...groups.values()].flat().length);
    const count = texts.reduce((sum, one) => sum + one, 0);
    if (guide.plain || (count === 0 && guide.safetyLock === null)) tell(`${guide.id}: nothing to accept`);
    else if (!isSound(guide)) tell(`${guide.id}: not accepted, it has other errors: mend them first`);
    else {
      const text = formatSafetyLock(lock);
      const same = guide.safetyLock !== null && formatSafetyLock(guide.safetyLock) === text;
      if (!same) await writeAtomically(path.join(guide.folder, safetyLockName), new TextEncoder().encode(text));
      tell(`${shown}: ${same ? 'as it was' : 'accepted'}, ${count} texts in ${lock.size} languages`);
    }
  }
}

function lockOf({ translations }: Guide, library: Library): SafetyLock {
  return new Map(
    Array.from(translations, ([language, translation]) => {
      const groups = Array.from(
        safetyTextsOf(library, translation),
        ([group, texts]) => [group, texts.map(({ text }) => text)] as const,
      );
      return [language, new Map(groups)] as const;
    }),
  );
}
