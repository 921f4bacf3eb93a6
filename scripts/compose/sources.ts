import type { Reference } from '../model.ts';
import { fill, type Words } from '../../templates/words.ts';

/** A reference as one line: `Briggs AM and others. Title. Journal, 2009; 10:77. doi 10.1186/…` (CSL fields). */
export function formatReference(reference: Reference, words: Words): string {
  const sentences = [
    authors(reference, words),
    reference.title,
    [reference.containerTitle ?? reference.publisher, reference.issued, volume(reference)].filter(Boolean).join(', '),
    reference.doi ? fill(words.doi, { doi: reference.doi }) : null,
  ];
  return sentences
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** Where a reference can be read. */
export function referenceUrl(reference: Reference): string | null {
  return reference.doi ? `https://doi.org/${reference.doi}` : reference.url;
}

function authors({ author }: Reference, words: Words): string | null {
  const names = author.map((name) => name.literal ?? [name.family, initials(name.given)].filter(Boolean).join(' '));
  if (names.length === 0) return null;
  return names.length > 2 ? `${names[0]} ${words.andOthers}` : names.join(', ');
}

function initials(given: string | undefined): string {
  return (given ?? '')
    .split(/[\s.-]+/)
    .filter(Boolean)
    .map((name) => (name === name.toUpperCase() ? name : (name[0] ?? '')))
    .join('');
}

function volume({ volume, issue, page }: Reference): string | null {
  if (!volume) return null;
  return `${volume}${issue ? `(${issue})` : ''}${page ? `:${page}` : ''}`;
}
