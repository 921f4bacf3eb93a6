/** A range of a file's text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in the content that must not change unseen. */
export interface Spot extends Range {
  /** Path within the content folder, with `/`. */
  readonly file: string;
  /** What goes when it is deleted (default: the spot itself). */
  readonly cut?: Range;
  /** Spots of one owner are no siblings: two sources of one citation say the same in either order. */
  readonly owner?: string;
}

/** Spots of one kind that stand beside each other: each may be swapped with the next. */
export interface Siblings {
  readonly kind: Kind;
  readonly spots: readonly Spot[];
}

/** What is mutated, in the order of the report. */
export const kinds = [
  'care-card bullet',
  'ask-first item',
  'number in a dose',
  'fact',
  'phone in the text',
  'phone of a place',
  'action id',
  'citation',
  'alt text',
  'date',
] as const;
export type Kind = (typeof kinds)[number];
