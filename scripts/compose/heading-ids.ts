import GithubSlugger from 'github-slugger';
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Section } from '../model.ts';

/** Ids of a section's headings, unique in the guide and ASCII; the section's own title has the section's id. */
export function headingIds(section: Section): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>();
  for (const [slug, heading, index] of slugs(section)) {
    ids.set(heading, idOf(section, slug, index));
  }
  return ids;
}

/** The id that `#slug` means within a section, or null; slugs are those of GitHub. */
export function idOfSlug(section: Section, wanted: string): string | null {
  if (wanted === '' || wanted === section.id) return section.id;
  for (const [slug, , index] of slugs(section)) {
    if (slug === wanted || slug === wanted.toLowerCase()) return idOf(section, slug, index);
  }
  return null;
}

function idOf(section: Section, slug: string, index: number): string {
  if (index === 0) return section.id;
  return /^[a-z0-9_-]+$/.test(slug) ? `${section.id}--${slug}` : `${section.id}--h${index}`;
}

function slugs(section: Section): [slug: string, heading: Heading, index: number][] {
  const slugger = new GithubSlugger();
  const found: [string, Heading, number][] = [];
  visit(section.tree, 'heading', (heading) => {
    found.push([slugger.slug(toString(heading)), heading, found.length]);
  });
  return found;
}
