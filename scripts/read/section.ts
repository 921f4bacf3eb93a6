import { dirname, join } from 'node:path';
import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Medium, Section } from '../model.ts';
import type { AssetReader, AssetSource } from './assets.ts';
import { fillPositions } from './fill-positions.ts';
import { readPictures } from './pictures.ts';
import type { Reading } from './reading.ts';
import { titleFromName } from './section-names.ts';
import { readSectionText, readSharedText, type SectionText, type SharedSections } from './section-text.ts';

/** One section file to read, and what is around it. */
export interface SectionPlace {
  readonly id: string;
  /** The language's folder, absolute. */
  readonly folder: string;
  /** The file within it, with `/`. */
  readonly path: string;
  /** True where there is no guide.yml. */
  readonly plain: boolean;
  /** The folder that no picture may leave, and others to look for pictures in. */
  readonly pictures: Pick<AssetSource, 'root' | 'also'>;
  readonly shared: SharedSections;
}

/** A section with what its guide asks of it. */
export interface ReadSection {
  readonly section: Section;
  /** Ids of the pictures in it. */
  readonly assets: ReadonlySet<string>;
  /** The language that its front matter names. */
  readonly language: string | null;
}

/**
 * Reads a section: text, front matter, pictures. A file with `same-as` gives the text of the shared section under its
 * own id and path. One that cannot be read is a finding, and a section that names the file alone, so that a draft
 * shows the gap.
 */
export async function readSection(place: SectionPlace, reader: AssetReader, reading: Reading): Promise<ReadSection> {
  const { id, path, pictures, shared } = place;
  const own = await readSectionText(join(place.folder, path), place.plain, reading);
  const name = own?.head.sameAs ?? null;
  const text = own === null || name === null ? own : await readSharedText(own, name, shared, reading);
  if (text === null) return gapFor(place, reading);
  const from = dirname(text.path);
  const source =
    text === own ? { from, ...pictures } : { from, root: shared.folder, also: [join(shared.folder, 'figures')] };
  const assets = await readPictures(text.tree, text.file, { reader, source }, reading.report);
  return { section: sectionOf(text, id, path), assets, language: text.head.language };
}

/** Words of a tree's title: its first heading of level 1, else its first heading; null without one. */
export function firstHeading(tree: Root): string | null {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading');
  const heading = headings.find(({ depth }) => depth === 1) ?? headings[0];
  if (heading === undefined) return null;
  return toString(heading, { includeHtml: false }).replace(/\s+/g, ' ').trim() || null;
}

/** Where a section appears that does not say: everywhere but in the handout. */
const usualMedia: readonly Medium[] = ['guide', 'ebook', 'web'];

function sectionOf({ file, tree, source, head }: SectionText, id: string, path: string): Section {
  const title = firstHeading(tree) ?? head.title ?? titleOf(path);
  return { id, file, path, title, in: head.in ?? usualMedia, translates: head.source, tree, source };
}

/** Stands for a section that could not be read. */
function gapFor({ id, folder, path }: SectionPlace, { shown }: Reading): ReadSection {
  const file = shown(join(folder, path));
  const title = titleOf(path);
  const start = { line: 1, column: 1, offset: 0 };
  const tree: Root = {
    type: 'root',
    position: { start, end: start },
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
      { type: 'paragraph', children: [{ type: 'inlineCode', value: path }] },
    ],
  };
  fillPositions(tree);
  const section: Section = { id, file, path, title, in: usualMedia, translates: null, tree, source: '' };
  return { section, assets: new Set(), language: null };
}

function titleOf(path: string): string {
  return titleFromName(path.split('/').at(-1) ?? path);
}
