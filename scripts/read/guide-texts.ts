import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GlossaryEntry, Language } from '../model.ts';
import type { AssetReader } from './assets.ts';
import { readGlossary } from './glossary.ts';
import { reportMisplaced, reportUnreadTexts } from './ignored-files.ts';
import { languageTag, primaryLanguage } from './language-tag.ts';
import { byNaturalOrder } from './natural-order.ts';
import type { Reading } from './reading.ts';
import { type ReadSection, readSection } from './section.ts';
import { findSectionFiles, isMarkdown } from './section-files.ts';
import { sectionIds } from './section-names.ts';

/** What a guide needs to know of the library around it. */
export interface Surroundings {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** The library's own language. */
  readonly language: string;
  readonly languages: ReadonlyMap<string, Language>;
  /** Which language takes from which what it lacks. */
  readonly bases: ReadonlyMap<string, string>;
  /** The one language to read, with its bases; all where there is none. */
  readonly only?: string | undefined;
}

/** The text of a guide in one language, as its folder has it. */
export interface GuideText {
  /** By path, in natural order. */
  readonly sections: ReadonlyMap<string, ReadSection>;
  /** Null without words.yml. */
  readonly glossary: readonly GlossaryEntry[] | null;
}

/** Reads the language folders of a guide, by tag in sorted order. A section has one id in all of them. */
export async function readGuideTexts(
  folder: string,
  around: Surroundings,
  reader: AssetReader,
  reading: Reading,
): Promise<ReadonlyMap<string, GuideText>> {
  const files = new Map<string, readonly string[]>();
  for (const language of await languageFolders(folder, around, reading)) {
    const paths = await findSectionFiles(join(folder, language), reading);
    await reportUnreadTexts(join(folder, language), reading);
    if (paths.length > 0) files.set(language, paths);
  }
  const ids = sectionIds([...new Set([...files.values()].flat())].sort(byNaturalOrder));
  const texts = new Map<string, GuideText>();
  const wanted = around.only === undefined ? null : withBases(around.only, around.bases);
  for (const [language, paths] of files) {
    if (wanted !== null && !wanted.includes(language)) continue;
    const sections = new Map<string, ReadSection>();
    for (const path of paths) {
      const place = {
        id: ids.get(path) ?? '',
        folder: join(folder, language),
        path,
        plain: false,
        pictures: { root: folder, also: [join(folder, 'figures'), join(around.root, 'shared', 'figures')] },
        shared: { folder: join(around.root, 'shared'), languages: withBases(language, around.bases) },
      };
      sections.set(path, await readSection(place, reader, reading));
    }
    texts.set(language, { sections, glossary: await readGlossary(join(folder, language, 'words.yml'), reading) });
  }
  return texts;
}

/**
 * The text of a language: its own, and what that lacks from its base and the base of that. Null where none has any.
 */
export function inheritText(
  language: string,
  texts: ReadonlyMap<string, GuideText>,
  bases: ReadonlyMap<string, string>,
): { readonly sections: readonly ReadSection[]; readonly glossary: readonly GlossaryEntry[] } | null {
  const chain = withBases(language, bases).flatMap((tag) => texts.get(tag) ?? []);
  if (chain.length === 0) return null;
  const sections = new Map(chain.toReversed().flatMap((text) => [...text.sections]));
  const inOrder = [...sections].sort(([a], [b]) => byNaturalOrder(a, b));
  return {
    sections: inOrder.map(([, section]) => section),
    glossary: chain.find(({ glossary }) => glossary !== null)?.glossary ?? [],
  };
}

/** A tag and its bases, as long as they are regions of one language: no French text stands in for English. */
function withBases(language: string, bases: ReadonlyMap<string, string>): string[] {
  const chain = [language];
  for (let base = bases.get(language); base !== undefined; base = bases.get(base)) {
    if (chain.includes(base) || primaryLanguage(base) !== primaryLanguage(language)) break;
    chain.push(base);
  }
  return chain;
}

/** Names of the folders that are language tags; what an author put in another place is a finding. */
async function languageFolders(folder: string, around: Surroundings, reading: Reading): Promise<string[]> {
  const tags: string[] = [];
  // A folder that went away while it was read has nothing in it; that guide.yml is gone is a finding.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((a, b) => byNaturalOrder(a.name, b.name))) {
    const { name } = entry;
    const tag = languageTag(name);
    const where = { file: reading.shown(join(folder, name)) };
    if (entry.isFile() && isMarkdown(name) && !/^readme\./i.test(name)) {
      const message = `Unexpected section outside a language, expected it in a folder like \`${around.language}\`: move it`;
      reading.report('file-unreadable', where, message);
    } else if (entry.isDirectory() && tag !== null && tag !== name && around.languages.has(tag)) {
      const message = `Unexpected folder \`${name}\`, expected the tag \`${tag}\`: rename it`;
      reading.report('file-unreadable', where, message);
    } else if (entry.isDirectory() && tag === name) {
      tags.push(name);
    } else if (entry.isFile()) reportMisplaced(name, folder, around.root, reading);
  }
  return tags;
}
