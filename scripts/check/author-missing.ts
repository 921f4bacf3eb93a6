import type { Check } from './check.ts';

/** A guide that does not say who wrote it: readers cannot judge whether to trust it. */
export const authorMissing: Check = {
  id: 'author-missing',
  run({ guide }, report) {
    if (guide.plain || guide.authors.length > 0) return;
    report(
      'author-missing',
      guide,
      'Unexpected guide without authors, expected `authors` in guide.yml: name who wrote it, with their leave',
    );
  },
};
