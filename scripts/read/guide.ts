import { basename, join } from 'node:path';
import type { Guide, Translation } from '../model.ts';
import { AssetReader } from './assets.ts';
import { findFigures } from './find-figures.ts';
import { readGuideSettings } from './guide-settings.ts';
import { type GuideText, inheritText, readGuideTexts, type Surroundings } from './guide-texts.ts';
import type { Reading } from './reading.ts';
import { titleFromName } from './section-names.ts';
import { readSafetyLock, safetyLockName } from './safety-lock.ts';
import { slug } from './slug.ts';
import { translationOf } from './translation.ts';

/**
 * Reads a guide: guide.yml and a folder a language. A language whose base is a region of the same language (en-US of
 * en-GB) takes from it each section that it lacks, or all of them.
 */
export async function readGuide(folder: string, around: Surroundings, reading: Reading): Promise<Guide> {
  const path = join(folder, 'guide.yml');
  const file = reading.shown(path);
  const { settings, titleIn, promiseIn } = await readGuideSettings(path, around.bases, reading);
  const reader = new AssetReader(reading.pictures);
  const texts = await readGuideTexts(folder, around, reader, reading);
  const figures = await findFigures(folder, reading);
  const lock = await readSafetyLock(join(folder, safetyLockName), reading);
  // What was accepted in languages that are not read is not missed.
  const safetyLock = around.only && lock ? new Map([...lock].filter(([tag]) => tag === around.only)) : lock;
  const translations = new Map<string, Translation>();
  for (const language of languagesOf(texts, around)) {
    const text = inheritText(language, texts, around.bases);
    if (text === null) continue;
    const title = titleIn(language) ?? titleFromName(basename(folder));
    const { assets } = reader;
    translations.set(language, translationOf({ language, title, promise: promiseIn(language), assets, ...text }));
    if (!around.languages.has(language)) {
      const wanted = reading.shown(join(around.root, 'languages', `${language}.yml`));
      const message = `Unexpected language \`${language}\`, expected its words in ${wanted}: add that file`;
      reading.report('file-unreadable', { file }, message);
    }
  }
  if (translations.size === 0) {
    const message = `Unexpected guide without sections, expected Markdown in a folder like \`${around.language}\`: add some`;
    reading.report('guide-empty', { file }, message);
  }
  const id = slug(basename(folder)) || 'guide';
  return { id, folder, file, plain: false, ...settings, figures, safetyLock, translations };
}

/** The library's language first, the rest sorted; those too that may have no folder of their own. */
function languagesOf(texts: ReadonlyMap<string, GuideText>, { language, bases, only }: Surroundings): string[] {
  if (only !== undefined) return [only];
  const others = new Set([...texts.keys(), ...bases.keys()]);
  others.delete(language);
  return [language, ...[...others].sort()];
}
