/** The letters of a text, and what it has besides. */
export interface Letters {
  /** Distinct letters, each with its combining marks, as code points; sorted. */
  readonly letters: readonly (readonly number[])[];
  /** Spaces, joiners, direction marks, soft hyphens: they need no font, but shaping reads them. Sorted. */
  readonly shapeless: readonly number[];
}

/**
 * Takes a text (or its code points) apart for choosing fonts (Unicode 16 §2.11, combining character sequences).
 * In NFC, since text shaping tries the composed letter first.
 */
export function takeLettersApart(text: string | ReadonlySet<number>): Letters {
  const sequences =
    typeof text === 'string'
      ? sequencesIn(text.normalize('NFC'))
      : Array.from(text, (code) => String.fromCodePoint(code));
  const shapeless = new Set([0x20]);
  const letters: number[][] = [];
  for (const sequence of [...new Set(sequences)].sort()) {
    const characters = [...sequence];
    const letter = characters.filter((character) => !isShapeless.test(character));
    if (letter.length > 0) letters.push(letter.map(codeOf));
    for (const character of characters) if (isShapeless.test(character)) shapeless.add(codeOf(character));
  }
  return { letters, shapeless: [...shapeless].sort((a, b) => a - b) };
}

/** Most texts have no combining marks left in NFC. */
function sequencesIn(text: string): Iterable<string> {
  return /\p{M}/u.test(text) ? (text.match(/\P{M}?\p{M}+|\P{M}/gu) ?? []) : text;
}

/** The ideographic space is as wide as a letter, and a glyph of its own in the fonts that have it. */
const isShapeless = /(?!\u3000)[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
