/** What the rules of plain language know of one language. */
export interface PlainLanguage {
  /** Most words of a sentence. */
  readonly mostWords: number;
  readonly syllables: (word: string) => number;
  /** The full form of a negative contraction, `do not` for `don’t`; null for any other word. */
  readonly inFull: (word: string) => string | null;
  /** Words that few readers know, in all their forms and in lower case, with what to write instead. */
  readonly hardWords: ReadonlyMap<string, string>;
  /** Words of a link that do not say where it leads, in lower case. */
  readonly emptyLinks: ReadonlySet<string>;
  /** Numbers as words, with their digits; not `one`, which is a pronoun too. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What numbers count, without the s of the plural. */
  readonly units: readonly string[];
  /** Words in capitals that readers know. */
  readonly abbreviations: ReadonlySet<string>;
  /** Names that cannot be said in a plainer way: left out when syllables are counted. */
  readonly names: readonly string[];
  /** True for a step that does not tell the reader what to do. */
  readonly isIdleStep: (sentence: string) => boolean;
}
