import { english } from './english.ts';
import type { PlainLanguage } from './plain-language.ts';

/** By primary language subtag. The rules that need a table are silent in other languages. */
const languages: ReadonlyMap<string, PlainLanguage> = new Map([['en', english]]);

/** What is known of the language of a BCP 47 tag: `en-GB` is English. */
export function plainLanguageOf(tag: string): PlainLanguage | null {
  return languages.get(tag.toLowerCase().split('-')[0] ?? '') ?? null;
}
