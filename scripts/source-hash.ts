import { createHash } from 'node:crypto';
import type { Section } from './model.ts';

/** What a translator writes into `source:` to say which text was translated: a hash of it without front matter. */
export function sourceHash(section: Section): string {
  return createHash('sha256').update(textWithoutFrontMatter(section)).digest('hex').slice(0, 12);
}

/** A section's text as its author wrote it, without front matter and without blank lines at its ends. */
export function textWithoutFrontMatter({ source }: Section): string {
  return source.replace(/^---\n[^]*?\n---(?:\n|$)/, '').trim();
}
