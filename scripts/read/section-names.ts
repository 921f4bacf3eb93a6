import { slug, uniqueSlugs } from './slug.ts';

/**
 * Ids of sections by their paths: `01-warm-packs.md` is `warm-packs`, `part/02-rest.md` is `part-rest`, a name without
 * ASCII is `section-<n>`, n its place. Give the paths of all languages at once: then a section has one id in all.
 */
export function sectionIds(paths: readonly string[]): ReadonlyMap<string, string> {
  const wanted = paths.map((path, index) => {
    const name = path
      .replace(/\.[^./]+$/, '')
      .split('/')
      .map((part) => slug(withoutNumber(part)))
      .filter((part) => part !== '')
      .join('-');
    if (name === '') return `section-${index + 1}`;
    // XML ids start with a letter (XML 1.0 §2.3, NCName).
    return /^[a-z]/.test(name) ? name : `section-${name}`;
  });
  return new Map(uniqueSlugs(wanted).map((id, index) => [paths[index] ?? '', id]));
}

/** A title made of a file's or folder's name: `03-warm_packs.md` is `Warm packs`. */
export function titleFromName(name: string): string {
  const bare = name.replace(/\.(md|markdown)$/i, '');
  const words = (withoutNumber(bare) || bare)
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .normalize('NFC');
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

function withoutNumber(name: string): string {
  return name.replace(/^[0-9]+[-_. ]+/, '');
}
