/** A sentence of a text. */
export interface Sentence {
  readonly text: string;
  /** Where it starts in the text, in UTF-16 code units. */
  readonly index: number;
  readonly words: readonly string[];
}

/** Stands in a text for a word that is not the author's prose: a phone, code. */
export const stand = '\uFFFC';

/**
 * The sentences of a text: each ends at a full stop, question or exclamation mark before a space, and at the text's end.
 * What follows in lower case belongs to the same sentence: `“Is this OK?” and stop`.
 */
export function sentencesIn(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of [...Array.from(text.matchAll(ends), ({ 0: mark, index }) => index + mark.length), text.length]) {
    const piece = text.slice(from, end);
    const words = wordsIn(piece);
    const index = from + (piece.length - piece.trimStart().length);
    if (words.length > 0) sentences.push({ text: piece.trim(), index, words });
    from = end;
  }
  return sentences;
}

/** The words of a text, by the spaces between them; a dash is none. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}\uFFFC]/u.test(word));
}

const ends =
  /(?<!(?<!\p{L})(?:Dr|Mr|Mrs|Ms|Prof|St|Fig|vs|etc|e\.g|i\.e))[.?!…؟۔][”’"')\]]*(?=\s+[^\s\p{Ll}])|[。！？।][”’"')\]」』]*/gu;
