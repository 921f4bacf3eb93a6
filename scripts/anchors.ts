import path from 'node:path/posix';
import GithubSlugger from 'github-slugger';
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Section, Translation } from './model.ts';

/*
 * Where a link within a guide leads. Checks and composer share it, so that what a check lets pass is what is printed.
 */

/** Ids of a section's headings, unique in the guide and ASCII; the section's own title has the section's id. */
export function headingIds(section: Section): ReadonlyMap<Heading, string> {
  return anchorsOf(section).ids;
}

/**
 * Says which id an internal link means: `#slug` in its own section, `other.md`, `other.md#slug`, the id of a section,
 * an action or an element of raw HTML. Slugs are those of GitHub. Null where there is no such place.
 */
export function internalTarget(translation: Translation): (url: string, from: Section) => string | null {
  const byPath = new Map(translation.sections.map((section) => [section.path, section]));
  const ids = new Set(translation.sections.map(({ id }) => id));
  for (const { tree } of translation.sections) {
    visit(tree, 'containerDirective', ({ name, attributes }) => {
      if (name === 'action' && attributes?.['id']) ids.add(attributes['id']);
    });
  }
  return (url, from) => {
    const [file = '', slug = ''] = decoded(url).split('#');
    if (file === '') return idOfSlug(from, slug) ?? (ids.has(slug) ? slug : null);
    const section = byPath.get(pathFrom(from, file));
    return section ? idOfSlug(section, slug) : null;
  };
}

/** The path, as sections have it, of the file that a link in a section names. */
export function pathFrom({ path: own }: Section, link: string): string {
  return path.join(path.dirname(own), link);
}

/** How a section links to a path. */
export function linkFrom({ path: own }: Section, to: string): string {
  return path.relative(path.dirname(own), to);
}

function idOfSlug(section: Section, wanted: string): string | null {
  if (wanted === '' || wanted === section.id) return section.id;
  const { bySlug } = anchorsOf(section);
  return bySlug.get(wanted) ?? bySlug.get(wanted.toLowerCase()) ?? null;
}

interface Anchors {
  readonly ids: ReadonlyMap<Heading, string>;
  readonly bySlug: ReadonlyMap<string, string>;
}

const known = new WeakMap<Section, Anchors>();

function anchorsOf(section: Section): Anchors {
  const before = known.get(section);
  if (before) return before;
  const slugger = new GithubSlugger();
  const ids = new Map<Heading, string>();
  const bySlug = new Map<string, string>();
  visit(section.tree, 'heading', (heading) => {
    const slug = slugger.slug(toString(heading));
    const id = idFor(section, slug, ids.size);
    ids.set(heading, id);
    bySlug.set(slug, id);
  });
  // Raw HTML was cleaned by the reader: its attributes are quoted.
  visit(section.tree, 'html', ({ value }) => {
    for (const [, id = ''] of value.matchAll(/<[a-z][^>]*?\sid="([^"&]+)"/g)) if (!bySlug.has(id)) bySlug.set(id, id);
  });
  const anchors = { ids, bySlug };
  known.set(section, anchors);
  return anchors;
}

function idFor(section: Section, slug: string, index: number): string {
  if (index === 0) return section.id;
  return /^[a-z0-9_-]+$/.test(slug) ? `${section.id}--${slug}` : `${section.id}--h${index}`;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
