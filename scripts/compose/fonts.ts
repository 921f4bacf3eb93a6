import type { Font } from '../model.ts';
import { type FontFamily, familiesFor, ownFamily } from './font-families.ts';
import { type FontSubset, openFontPackage } from './font-files.ts';
import { takeLettersApart } from './letters.ts';
import { formatUnicodeRange } from './unicode-range.ts';

/** What to embed for a text, and what no installed font can draw. */
export interface FontNeed {
  /** In the order of the font stack. Each has the used characters as its unicode-range. */
  readonly fonts: readonly Font[];
  /** Sorted by code point; `package` is what to install, null when we know of none. */
  readonly missing: readonly { readonly character: string; readonly package: string | null }[];
}

/**
 * Finds the font files that a text (or its code points) needs in a language, both weights where a family has them.
 * A letter and its combining marks come from one file if any has them all. Printable ASCII is always covered, since
 * CSS prints counters that are in no text, and the bullet, which the press puts before items of lists.
 */
export function fontsFor(text: string | ReadonlySet<number>, language: string): FontNeed {
  const families = familiesFor(language);
  const uses = new Map<FontSubset, Use>();
  const missing = new Set<number>();
  const cover = (letter: readonly number[]): boolean => {
    const found = findSubset(letter, families, language);
    if (found === null) return false;
    const use = uses.get(found.subset) ?? { ...found, characters: new Set() };
    for (const character of letter) use.characters.add(character);
    uses.set(found.subset, use);
    return true;
  };

  const { letters, shapeless } = takeLettersApart(text);
  for (const letter of letters) {
    if (cover(letter)) continue;
    for (const character of letter) if (!cover([character])) missing.add(character);
  }
  const busiest = families.flatMap((family) => findBusiest([...uses.values()], family));
  for (const use of busiest) {
    for (const character of shapeless) if (use.subset.characters.has(character)) use.characters.add(character);
  }
  for (let character = 0x20; character < 0x7f; character++) cover([character]);
  cover([bullet]);

  return {
    fonts: families.flatMap((family) => listFonts([...uses.values()], family)),
    missing: [...missing]
      .sort((a, b) => a - b)
      .map((code) => String.fromCodePoint(code))
      .map((character) => ({ character, package: packageFor(character, families) })),
  };
}

const bullet = 0x2022;

/** The CSS font-family value for text in a language: every family that `fontsFor` may name, in its order. */
export function fontStack(language: string): string {
  return [...familiesFor(language).map(({ name }) => `"${name}"`), 'sans-serif'].join(', ');
}

/** A subset in use, and the characters that it draws. */
interface Use {
  readonly family: FontFamily;
  readonly subset: FontSubset;
  readonly characters: Set<number>;
}

/** The first subset in the stack that has all of a letter. */
function findSubset(
  letter: readonly number[],
  families: readonly FontFamily[],
  language: string,
): { readonly family: FontFamily; readonly subset: FontSubset } | null {
  const [base = 0] = letter;
  if (needsOwnFamily(base, language)) return null;
  for (const family of families) {
    for (const subset of openFontPackage(family.package)?.subsetsFor(base) ?? []) {
      if (letter.every((character) => subset.characters.has(character))) return { family, subset };
    }
  }
  return null;
}

/** Han characters look wrong to a reader in another region's font: better a finding than a stand-in. */
function needsOwnFamily(code: number, language: string): boolean {
  const character = String.fromCodePoint(code);
  if (!/\p{sc=Han}/u.test(character)) return false;
  const own = ownFamily(language);
  return own !== undefined && own.characters.test(character) && openFontPackage(own.package) === null;
}

/** The subset of a family that draws most: spaces and joiners go with it, so that words are shaped in one run. */
function findBusiest(uses: readonly Use[], family: FontFamily): readonly Use[] {
  return uses
    .filter((use) => use.family === family)
    .sort((a, b) => b.characters.size - a.characters.size)
    .slice(0, 1);
}

function listFonts(uses: readonly Use[], family: FontFamily): readonly Font[] {
  return uses
    .filter((use) => use.family === family)
    .flatMap(({ subset, characters }) =>
      subset.files.map((file) => ({
        family: family.name,
        ...file,
        unicodeRange: formatUnicodeRange(characters),
      })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function packageFor(character: string, families: readonly FontFamily[]): string | null {
  const wanted = families.find(
    (family) => family.characters.test(character) && openFontPackage(family.package) === null,
  );
  return wanted === undefined ? null : `@fontsource/${wanted.package}`;
}
