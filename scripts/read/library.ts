import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InferOutput } from 'valibot';
import type { Guide, Library } from '../model.ts';
import { readClinics } from './clinics.ts';
import { readFacts } from './facts.ts';
import { readGuide } from './guide.ts';
import { readLanguages } from './languages.ts';
import type { Memory } from './memory.ts';
import { byNaturalOrder } from './natural-order.ts';
import type { SectionParser } from './parse-in-worker.ts';
import { readPlaces } from './places.ts';
import { type Reading, withReading } from './reading.ts';
import { readReferences } from './references.ts';
import { readReviews, reviewsName } from './reviews.ts';
import { librarySchema } from './schemas.ts';
import { slug, uniqueSlugs } from './slug.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** What to read of a library. */
export interface LibraryOptions {
  /** Folder that the paths of findings start from, absolute. */
  readonly cwd: string;
  /** Ids of the guides to read (default: all). */
  readonly only?: readonly string[];
  /** The one language to read of each guide, with its bases (default: all). */
  readonly onlyLanguage?: string;
  /** To parse with; the caller closes it (default: one for this reading). */
  readonly parser?: SectionParser;
  /** What earlier readings left to use again (default: nothing). */
  readonly memory?: Memory;
}

/**
 * Reads a content folder: library.yml, languages, places, facts, references and guides. Never throws for what an author
 * wrote or forgot: that is in `findings`, and the rest is read on.
 */
export async function readLibrary(
  folder: string,
  { only, onlyLanguage, ...options }: LibraryOptions,
): Promise<Library> {
  const root = resolve(options.cwd, folder);
  const { result, findings } = await withReading(options, (reading) =>
    readContent(root, { only, onlyLanguage }, reading),
  );
  return { ...result, findings };
}

async function readContent(
  root: string,
  { only, onlyLanguage }: { readonly only: readonly string[] | undefined; readonly onlyLanguage: string | undefined },
  reading: Reading,
): Promise<Omit<Library, 'findings'>> {
  const settings = await readYamlFile(join(root, 'library.yml'), librarySchema, reading);
  const { languages, bases } = await readLanguages(join(root, 'languages'), reading);
  const places = await readPlaces(join(root, 'places'), reading);
  const facts = await readFacts(join(root, 'facts.yml'), reading);
  const references = await readReferences(join(root, 'references.yml'), reading);
  const clinics = await readClinics(join(root, 'clinics'), { languages, places }, reading);
  const reviews = await readReviews(join(root, reviewsName), reading);
  const { publisher = '', place = null, url = null, guides: listed = [] } = settings?.value ?? {};
  const language = settings?.value.language ?? languages.keys().next().value ?? 'en-GB';
  const folders = await guideFolders(root);
  if (settings !== null) reportStrayNames(settings, { languages, places, folders }, reading);
  const around = { root, language, languages, bases, only: onlyLanguage };
  const wanted = guideIds(listed, folders).filter(([id]) => only === undefined || only.includes(id));
  const guides = await inTurn(wanted, async ([id, name]): Promise<Guide> => ({
    ...(await readGuide(join(root, 'guides', name), around, reading)),
    id,
  }));
  const whole = only === undefined;
  return {
    root,
    publisher,
    language,
    place,
    url,
    guides,
    languages,
    places,
    facts,
    references,
    clinics,
    reviews,
    whole,
  };
}

/** Guides read at the same time: one waits for the parser while another looks for its pictures. */
const atOnce = 4;

/** The same as `Promise.all` over a map, a few at a time. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

/** What library.yml names must be there. */
function reportStrayNames(
  { file, value, at }: YamlFile<InferOutput<typeof librarySchema>>,
  there: Pick<Library, 'languages' | 'places'> & { readonly folders: readonly string[] },
  { report }: Reading,
): void {
  const stray = (field: string, name: string, expected: string): void =>
    report('yaml-field', { file, position: at([field]) }, `Unexpected ${field} \`${name}\`, expected ${expected}`);
  if (!there.languages.has(value.language)) {
    stray('language', value.language, 'one with a file in languages/: add it');
  }
  if (value.place !== undefined && !there.places.has(value.place)) {
    stray('place', value.place, 'one with a file in places/: add it');
  }
  for (const name of value.guides ?? []) {
    if (!there.folders.includes(name)) stray('guides', name, 'names of folders in guides/: change it');
  }
}

/** Folders by the ids of their guides: those that the library lists first, in its order. */
function guideIds(listed: readonly string[], folders: readonly string[]): [id: string, folder: string][] {
  const ordered = [...new Set([...listed.filter((name) => folders.includes(name)), ...folders])];
  const ids = uniqueSlugs(ordered.map((name) => slug(name) || 'guide'));
  return ordered.map((name, index) => [ids[index] ?? name, name]);
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
