import type { Language } from '../model.ts';
import { directionOf, primaryLanguage } from './language-tag.ts';
import { noWords, twelveNumbers } from './languages.ts';

/**
 * A language for a text in any tag: its own if the library has it, else the words of its nearest relative or of the
 * preferred language, with the tag and the direction of its own.
 */
export function anyLanguage(tag: string, languages: ReadonlyMap<string, Language>, preferred: string): Language {
  const own = languages.get(tag);
  if (own !== undefined) return own;
  const sorted = [...languages.values()].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const relative = sorted.find((language) => primaryLanguage(language.tag) === primaryLanguage(tag));
  const words = relative ?? languages.get(preferred) ?? sorted[0] ?? nothing;
  return { ...words, tag, name: relative?.name ?? tag, direction: directionOf(tag) };
}

/** Stands in where a library has no language at all. */
const nothing: Omit<Language, 'tag' | 'name' | 'direction'> = { decimal: '.', months: twelveNumbers, words: noWords };
