import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Guide, Library } from '../model.ts';
import { readFacts } from './facts.ts';
import { readGuide } from './guide.ts';
import { readLanguages } from './languages.ts';
import { byNaturalOrder } from './natural-order.ts';
import { readPlaces } from './places.ts';
import { type Reading, withReading } from './reading.ts';
import { readReferences } from './references.ts';
import { librarySchema } from './schemas.ts';
import { slug, uniqueSlugs } from './slug.ts';
import { readYamlFile } from './yaml-file.ts';

/** What to read of a library. */
export interface LibraryOptions {
  /** Folder that the paths of findings start from, absolute. */
  readonly cwd: string;
  /** Ids of the guides to read (default: all). */
  readonly only?: readonly string[];
}

/**
 * Reads a content folder: library.yml, languages, places, facts, references and guides. Never throws for what an author
 * wrote or forgot: that is in `findings`, and the rest is read on.
 */
export async function readLibrary(folder: string, { cwd, only }: LibraryOptions): Promise<Library> {
  const root = resolve(cwd, folder);
  const { result, findings } = await withReading(cwd, (reading) => readContent(root, only, reading));
  return { ...result, findings };
}

async function readContent(
  root: string,
  only: readonly string[] | undefined,
  reading: Reading,
): Promise<Omit<Library, 'findings'>> {
  const settings = await readYamlFile(join(root, 'library.yml'), librarySchema, reading);
  const { languages, bases } = await readLanguages(join(root, 'languages'), reading);
  const places = await readPlaces(join(root, 'places'), reading);
  const facts = await readFacts(join(root, 'facts.yml'), reading);
  const references = await readReferences(join(root, 'references.yml'), reading);
  const language = settings?.value.language ?? languages.keys().next().value ?? 'en-GB';
  const place = settings?.value.place ?? null;
  const folders = await guideFolders(root);
  const wanted = settings?.value.guides ?? [];
  const where = (field: string) => ({ file: settings?.file ?? '', position: settings?.at([field]) });
  if (settings !== null) {
    if (!languages.has(language)) {
      const message = `Unexpected language \`${language}\`, expected one with a file in languages/: add it`;
      reading.report('yaml-field', where('language'), message);
    }
    if (place !== null && !places.has(place)) {
      reading.report(
        'yaml-field',
        where('place'),
        `Unexpected place \`${place}\`, expected one with a file in places/: add it`,
      );
    }
    for (const name of wanted.filter((name) => !folders.includes(name))) {
      reading.report(
        'yaml-field',
        where('guides'),
        `Unexpected guide \`${name}\`, expected a folder in guides/: rename it`,
      );
    }
  }
  const ordered = [...new Set([...wanted.filter((name) => folders.includes(name)), ...folders])];
  const around = { root, language, languages, bases };
  const guides: Guide[] = [];
  const ids = uniqueSlugs(ordered.map((name) => slug(name) || 'guide'));
  for (const [index, name] of ordered.entries()) {
    const id = ids[index] ?? name;
    if (only !== undefined && !only.includes(id)) continue;
    guides.push({ ...(await readGuide(join(root, 'guides', name), around, reading)), id });
  }
  const { publisher = '', url = null } = settings?.value ?? {};
  return { root, publisher, language, place, url, guides, languages, places, facts, references };
}

async function guideFolders(root: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, 'guides'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return folders.map(({ name }) => name).sort(byNaturalOrder);
  } catch {
    return [];
  }
}
