import type { Country, Library } from '../model.ts';

/**
 * The place whose numbers a text gets: the one asked for, else the language tag's own region, else the library's.
 * Null where none of them is known: a number is never guessed.
 */
export function countryOf(library: Library, language: string, place?: string): Country | null {
  const code = place ?? regionOf(language) ?? library.place;
  return (code === null ? undefined : library.places.get(code)) ?? null;
}

/** The region subtag of a BCP 47 tag (RFC 5646 §2.2.4), as far as it is a country: `GB` of `en-GB` or `zh-Hant-TW`. */
function regionOf(language: string): string | null {
  return /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(language)?.[1]?.toUpperCase() ?? null;
}
