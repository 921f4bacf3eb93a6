/** What was looked at in a product while it was made. The names are kept with the output. */
export type CheckName =
  'source-audit' | 'characters' | 'pictures' | 'text-audit' | 'tags' | 'page-numbers' | 'page-limit' | 'epubcheck';

/** A check that was made, and how it ended. */
export interface CheckMade {
  readonly name: CheckName;
  /** How many things were compared or looked at; null where they are not counted. */
  readonly of: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** Name and version of another's checker; null where it is our own. */
  readonly tool: string | null;
}

/** A check of our own that found no warnings, unless told otherwise. */
export function checkMade(name: CheckName, how: Partial<Omit<CheckMade, 'name'>> = {}): CheckMade {
  return { name, of: null, errors: 0, warnings: 0, tool: null, ...how };
}

/** What a press knows of a product that it has made. */
export interface Proof {
  /** Smallest glyphs in pt, of the text and of the margins, null where there are none; null where readers set the size. */
  readonly smallest: { readonly text: number | null; readonly margins: number | null } | null;
  /** PostScript names of the fonts in the file; null where all that were offered are in it. */
  readonly fonts: readonly string[] | null;
  /** What the file says of itself; null for nothing. */
  readonly claim: string | null;
  /** As it reports itself; null where no browser made it. */
  readonly browser: string | null;
  readonly checks: readonly CheckMade[];
}

/** Nothing was measured or checked. */
export const noProof: Proof = { smallest: null, fonts: null, claim: null, browser: null, checks: [] };
