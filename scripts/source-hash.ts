import { createHash } from 'node:crypto';
import type { Section } from './model.ts';

/** What a translator writes into `source:` to say which text was translated: a hash of it without front matter. */
export function sourceHash({ source }: Section): string {
  const text = source.replace(/^---\n[^]*?\n---(?:\n|$)/, '').trim();
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
