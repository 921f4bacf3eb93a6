import path from 'node:path/posix';
import type { Section, Translation } from '../model.ts';
import { visit } from 'unist-util-visit';
import { idOfSlug } from './heading-ids.ts';

/**
 * Says which id an internal link means: `#slug` in its own section, `other.md`, `other.md#slug`, the id of a section
 * or an action. Null where there is no such place.
 */
export function internalTarget(translation: Translation): (url: string, from: Section) => string | null {
  const byPath = new Map(translation.sections.map((section) => [section.path, section]));
  const byId = new Map(translation.sections.map((section) => [section.id, section]));
  const actions = new Set<string>();
  for (const section of translation.sections) {
    visit(section.tree, 'containerDirective', (node) => {
      if (node.name === 'action' && node.attributes?.['id']) actions.add(node.attributes['id']);
    });
  }
  return (url, from) => {
    const [file = '', slug = ''] = decoded(url).split('#');
    if (file === '') return idOfSlug(from, slug) ?? (byId.has(slug) || actions.has(slug) ? slug : null);
    const section = byPath.get(path.normalize(path.join(path.dirname(from.path), file)));
    return section ? idOfSlug(section, slug) : null;
  };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
