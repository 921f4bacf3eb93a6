import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Guide, Library, Translation } from '../model.ts';
import { anyLanguage } from './any-language.ts';
import { AssetReader } from './assets.ts';
import { readGuide } from './guide.ts';
import { plainSettings } from './guide-settings.ts';
import { readLanguages } from './languages.ts';
import type { Memory } from './memory.ts';
import { byNaturalOrder } from './natural-order.ts';
import type { SectionParser } from './parse-in-worker.ts';
import { type Reading, withReading } from './reading.ts';
import { firstHeading, type ReadSection, readSection } from './section.ts';
import { findSectionFiles } from './section-files.ts';
import { sectionIds, titleFromName } from './section-names.ts';
import { slug } from './slug.ts';
import { translationOf } from './translation.ts';

/** How to read what is outside a library. */
export interface PlainOptions {
  /** Folder that the paths of findings start from, absolute. */
  readonly cwd: string;
  /** BCP 47 tag of the text (default: that of its front matter, else the library's). */
  readonly language?: string;
  /** To parse with; the caller closes it (default: one for this reading). */
  readonly parser?: SectionParser;
  /** What earlier readings left to use again (default: nothing). */
  readonly memory?: Memory;
}

/**
 * Reads a folder of Markdown or a single file as a library of one guide, with the words, places, facts and references
 * of `base`. A folder with a guide.yml is read as a guide. Never throws for what is in the files.
 */
export async function readPlain(path: string, base: Library, options: PlainOptions): Promise<Library> {
  const target = resolve(options.cwd, path);
  const { result, findings } = await withReading(options, async (reading) => {
    if (await isFile(join(target, 'guide.yml'))) {
      const { bases } = await readLanguages(join(base.root, 'languages'), reading);
      return readGuide(target, { ...base, bases }, reading);
    }
    return readPlainGuide(target, base, options.language ?? null, reading);
  });
  const languages = new Map(base.languages);
  for (const tag of result.translations.keys()) languages.set(tag, anyLanguage(tag, languages, base.language));
  return { ...base, whole: false, guides: [result], languages, findings: [...base.findings, ...findings] };
}

async function readPlainGuide(target: string, base: Library, asked: string | null, reading: Reading): Promise<Guide> {
  const single = await isFile(target);
  const folder = single ? dirname(target) : target;
  const paths = single ? [basename(target)] : await findPlainFiles(folder, reading);
  const name = basename(target).replace(single ? /\.(md|markdown)$/i : /$/, '');
  const reader = new AssetReader(reading.pictures);
  const shared = { folder: join(base.root, 'shared'), languages: [asked ?? base.language] };
  const ids = sectionIds(paths);
  const sections: ReadSection[] = [];
  for (const path of paths) {
    const place = { id: ids.get(path) ?? '', folder, path, plain: true, pictures: { root: folder, also: [] }, shared };
    sections.push(await readSection(place, reader, reading));
  }
  const [first] = sections;
  const file = first?.section.file ?? reading.shown(target);
  if (first === undefined) {
    reading.report('guide-empty', { file }, 'Unexpected folder without Markdown, expected `.md` files: add some');
  }
  const language = asked ?? sections.find(({ language }) => language !== null)?.language ?? base.language;
  const title = (first && firstHeading(first.section.tree)) ?? titleFromName(name);
  const { assets } = reader;
  const translation = translationOf({ language, title, promise: null, sections, glossary: [], assets });
  const translations = new Map<string, Translation>(first === undefined ? [] : [[language, translation]]);
  const id = slug(name) || 'guide';
  return { id, folder, file, plain: true, ...plainSettings, figures: [], safetyLock: null, translations };
}

/** In the order of paths; a README or an index starts its folder. */
async function findPlainFiles(folder: string, reading: Reading): Promise<string[]> {
  const paths = await findSectionFiles(folder, reading);
  return paths.sort((a, b) => byNaturalOrder(startsFolder(a), startsFolder(b)));
}

function startsFolder(path: string): string {
  return path.replace(/(^|\/)(readme|index)(?=\.[^./]+$)/i, '$1!');
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
