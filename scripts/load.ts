import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { checkLibrary } from './check/index.ts';
import { byPlace } from './findings.ts';
import type { Guide, Library } from './model.ts';
import { UsageError } from './exit.ts';
import type { Options } from './options.ts';
import { readLibrary } from './read/library.ts';
import type { Memory } from './read/memory.ts';
import { findNearestName } from './read/nearest-name.ts';
import { readPlain } from './read/plain.ts';
import { strictly } from './severity.ts';

/** The library that a run works on, checked. */
export interface Loaded {
  readonly library: Library;
  /** Ids of guides whose errors stop their products, those too that could not be read. */
  readonly blocked: ReadonlySet<string>;
  /** Ids of clinics whose errors stop their products, those too that could not be read. */
  readonly blockedClinics: ReadonlySet<string>;
}

/** Words, places and fonts for a folder that belongs to no library. */
const ownContent = fileURLToPath(new URL('../content', import.meta.url));

/**
 * Reads the content folder, the named guides of it, or plain folders and files, and runs the checks.
 * Throws UsageError for a guide, language or place that there is none of. `memory` spares what was read before; `onlyLanguage` reads no other of a library's guides.
 */
export async function load(
  options: Options,
  check: typeof checkLibrary,
  how: { readonly memory?: Memory; readonly onlyLanguage?: string } = {},
): Promise<Loaded> {
  const libraries = await readAll(options, how);
  const checked = libraries.map((library) => {
    const [place] = options.places;
    const findings = check(library, { today: options.today, ...(place === undefined ? {} : { place }) });
    return { ...library, findings: strictly(findings, options) };
  });
  const library = merged(checked);
  for (const tag of options.languages) known('language', tag, [...library.languages.keys()]);
  for (const code of options.places) known('place', code, [...library.places.keys()]);
  const content = path.resolve(options.content);
  const stopped = blockedClinics(library, content);
  // One that cannot be read says why: its error is among the findings.
  for (const id of options.clinics) if (!stopped.has(id)) known('clinic', id, ['none', ...library.clinics.keys()]);
  return { library, blocked: blockedGuides(library, content), blockedClinics: stopped };
}

async function readAll(
  options: Options,
  { memory, onlyLanguage }: { readonly memory?: Memory; readonly onlyLanguage?: string },
): Promise<Library[]> {
  const around = { cwd: process.cwd(), ...(memory ? { memory } : {}) };
  const content = path.resolve(options.content);
  const paths: string[] = [];
  const ids: string[] = [];
  for (const word of options.guides) ((await isPath(word)) ? paths : ids).push(word);
  const libraries: Library[] = [];
  if (ids.length > 0 || paths.length === 0) {
    const library = await readLibrary(content, {
      ...around,
      ...(ids.length > 0 ? { only: ids } : {}),
      ...(onlyLanguage === undefined ? {} : { onlyLanguage }),
    });
    const names = new Set(library.guides.map(({ id }) => id));
    const unread = ids.filter(
      (id) => !names.has(id) && !library.findings.some(({ file }) => isUnder(file, path.join(content, 'guides', id))),
    );
    const [unknown] = unread;
    if (unknown) {
      const expected = `expected an id in ${options.content}/guides, a folder or a .md file`;
      throw new UsageError(`Unexpected guide \`${unknown}\`, ${expected}${await meant(unknown, content)}`);
    }
    libraries.push(library);
  }
  if (paths.length > 0) {
    const { guides: _, findings: __, ...base } = await readLibrary(ownContent, { ...around, only: [] });
    const language = options.languages[0];
    for (const at of paths) {
      const plain = await readPlain(
        path.resolve(at),
        { ...base, guides: [], findings: [] },
        { ...around, ...(language === undefined ? {} : { language }) },
      );
      libraries.push(plain);
    }
  }
  return libraries;
}

/** The end of a message on a guide that there is none of: the id that is most like it, if one is. */
async function meant(unknown: string, content: string): Promise<string> {
  const names = await readdir(path.join(content, 'guides')).catch(() => []);
  const nearest = findNearestName(unknown, names.toSorted());
  return nearest === null ? '' : `: did you mean \`${nearest}\`?`;
}

/** A word that names a folder or a Markdown file rather than a guide's id. */
async function isPath(word: string): Promise<boolean> {
  const found = await stat(word).catch(() => null);
  return found !== null && (found.isDirectory() || /\.(?:md|markdown)$/i.test(word));
}

/** Several libraries as one: guides and findings of all, languages and places of any, the rest of the first. */
function merged(libraries: readonly Library[]): Library {
  const [first] = libraries;
  if (!first) throw new Error('Expected at least one library');
  return {
    ...first,
    guides: libraries.flatMap(({ guides }) => guides),
    languages: new Map(libraries.flatMap(({ languages }) => [...languages])),
    places: new Map(libraries.flatMap(({ places }) => [...places])),
    clinics: new Map(libraries.flatMap(({ clinics }) => [...clinics])),
    findings: libraries.flatMap(({ findings }) => findings).sort(byPlace),
  };
}

/**
 * A guide is stopped by errors in its own files, in its reviews, in sections that it shares, and in what belongs to no guide and no
 * clinic.
 */
export function blockedGuides(library: Library, content: string): Set<string> {
  const errors = library.findings.filter(({ severity }) => severity === 'error');
  const folder = path.join(content, 'guides');
  const blocked = new Set<string>();
  for (const { file, line } of errors) {
    if (isUnder(file, path.join(content, 'clinics'))) continue;
    const signed = library.reviews.find((review) => review.file === file && review.line === line);
    if (signed) {
      blocked.add(signed.guide);
      continue;
    }
    const owners = library.guides.filter((guide) => owns(guide, file));
    const [id] = isUnder(file, folder) ? path.relative(folder, path.resolve(file)).split(path.sep) : [];
    if (id !== undefined) blocked.add(id);
    else for (const guide of owners.length > 0 ? owners : library.guides) blocked.add(guide.id);
  }
  return blocked;
}

/** A clinic is stopped by errors in its own folder. */
export function blockedClinics(library: Library, content: string): ReadonlySet<string> {
  const folder = path.join(content, 'clinics');
  const files = library.findings.filter(({ severity }) => severity === 'error').map(({ file }) => path.resolve(file));
  const inside = files.filter((file) => file !== folder && isUnder(file, folder));
  return new Set(inside.map((file) => path.relative(folder, file).split(path.sep)[0] ?? ''));
}

function owns(guide: Guide, file: string): boolean {
  const sections = [...guide.translations.values()].flatMap((translation) => translation.sections);
  return (
    file === guide.file ||
    sections.some((section) => section.file === file) ||
    (guide.plain && isUnder(file, guide.folder))
  );
}

function isUnder(file: string, folder: string): boolean {
  const at = path.resolve(file);
  return at === folder || at.startsWith(folder + path.sep);
}

function known(what: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new UsageError(
    `Unexpected ${what} \`${value}\`, expected one of ${allowed.map((one) => `\`${one}\``).join(', ')}`,
  );
}
