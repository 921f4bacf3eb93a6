import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pagination, Parts, Publication } from '../model.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));

/** One hash over all that makes products out of content: sources, templates, versions of libraries, Node's major version. */
export async function hashOfProgram(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['scripts', 'templates']) await addFolder(hash, path.join(home, name));
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update(await readFile(path.join(home, name)).catch(() => Buffer.alloc(0)));
  }
  return hash.digest('hex');
}

/** One hash over everything a run reads, options included: the same hash means that there is nothing to do. */
export async function hashOfInputs(content: string, program: string, options: unknown): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([program, options, process.env['SOURCE_DATE_EPOCH'] ?? null]));
  await addFolder(hash, content);
  return hash.digest('hex');
}

/** What makes a product beside its publication. */
export interface Makers {
  readonly program: string;
  /** Null where no browser is asked. */
  readonly browser: string | null;
  /** Where the printed copy has its pages, which the product names. */
  readonly pagination: Pagination | null;
}

/** Hashes of all parts of a composed publication and of what makes a product of it; positions aside: moving a line makes nothing new. */
export function partsOf(publication: Publication, { program, browser, pagination }: Makers): Parts {
  const { assets, fonts, css, documents, ...settings } = publication;
  const texts = documents.flatMap(({ body, ...rest }) => [...sectionsOf(body), ['front and back', rest] as const]);
  const parts: Record<string, string> = {
    Guidepress: shortHash(program),
    browser: shortHash(browser ?? ''),
    settings: hashOf(settings),
    styles: hashOf(css),
    fonts:
      hashOf(fonts.map(({ family, weight, unicodeRange }) => [family, weight, unicodeRange])) +
      hashOfFiles(fonts.map((font) => font.path)),
    pictures: hashOf([...assets].map(([src, asset]) => [src, shortHash(asset.bytes)])),
    'pages of the printed copy': pagination === null ? '' : hashOf(pagination),
  };
  for (const [name, tree] of texts) parts[name] = shortHash((parts[name] ?? '') + hashOf(tree));
  return parts;
}

/** What sheets are made of: the reading copy's bytes, and what they say about themselves. */
export function partsOfSheets(
  readingCopy: { readonly sha256: string },
  { program, sheets }: { readonly program: string; readonly sheets: unknown },
): Parts {
  return { Guidepress: shortHash(program), settings: hashOf(sheets), 'reading copy': readingCopy.sha256 };
}

/** One hash over all parts: the same fingerprint means the same bytes. */
export function fingerprintOf(parts: Parts): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The parts that differ, by name. */
export function changedParts(before: Parts, now: Parts): readonly string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(before)])].filter((name) => before[name] !== now[name]);
}

/** The trees of a document's sections by name, and what is left without them. */
function sectionsOf(body: Publication['documents'][number]['body']): (readonly [string, unknown])[] {
  const sections: (readonly [string, unknown])[] = [];
  const rest = body.map((element) => ({
    ...element,
    children: element.children.filter((child) => {
      if (child.type !== 'element' || child.tagName !== 'section' || child.properties['id'] === undefined) return true;
      sections.push([`section ${String(child.properties['id'])}`, child]);
      return false;
    }),
  }));
  return [...sections, ['front and back', rest]];
}

function hashOf(value: unknown): string {
  return shortHash(
    JSON.stringify(value, (key, inner: unknown) => (key === 'position' || key === 'data' ? undefined : inner)) ?? '',
  );
}

function hashOfFiles(paths: readonly string[]): string {
  return paths.map((file) => shortHash(readFileSync(file))).join('');
}

function shortHash(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 20);
}

async function addFolder(hash: ReturnType<typeof createHash>, folder: string, within = ''): Promise<void> {
  const entries = await readdir(path.join(folder, within), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = path.join(within, entry.name);
    if (entry.isDirectory()) await addFolder(hash, folder, at);
    else if (entry.isFile()) {
      const bytes = await readFile(path.join(folder, at)).catch(() => Buffer.alloc(0));
      hash.update(`${at.split(path.sep).join('/')}\0${bytes.length}\0`).update(bytes);
    } else hash.update(`${at}\0${entry.isSymbolicLink() ? 'link' : 'other'}\0`);
  }
}
