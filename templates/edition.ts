import type { Document, EditionId, Format, Medium, Page, Paper, Variant } from '../scripts/model.ts';
import type { View } from './view.ts';
import type { Words } from './words.ts';

/** A kind of product: which sections it takes, what it looks like, what it prints. */
export interface Edition {
  readonly id: EditionId;
  readonly format: Format;
  /** What is made of each copy: `null` alone for an edition of one form. */
  readonly variants: readonly (Variant | null)[];
  /** Which `in:` of a section lets it in; null takes no sections. */
  readonly medium: Medium | null;
  /** What a guide must have for this edition. */
  readonly needs: 'sections' | 'actions';
  /** Style sheets in order, names in templates/styles/. */
  readonly styles: readonly string[];
  /** Heading level of a section's title. */
  readonly sectionLevel: number;
  /** True where links to a place in the text name its page too: on paper nobody can follow them. */
  readonly namesPages: boolean;
  /** The printed edition whose pages this one names, so that readers of both can meet: on the same paper, or on A4. */
  readonly listsPagesOf: EditionId | null;
  /** True where it can be made for one person, with chosen actions and a clinic's note. */
  readonly personal: boolean;
  readonly documents: (view: View) => readonly Document[];
  /** Page geometry and margin boxes; null where the edition has no pages. */
  readonly page: ((view: View, paper: Paper) => Page) | null;
  /** The edition's name in a language. */
  readonly name: (words: Words, variant: Variant | null) => string;
}

/** Paper sizes in mm: ISO 216 A4, ANSI/ASME Y14.1 A (Letter). */
export const papers = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const satisfies Record<Paper, { width: number; height: number }>;
