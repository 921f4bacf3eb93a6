import type { PageSurvey } from '../content/survey-content.ts';
import { keyOf } from './content-index.ts';

/** The smallest glyphs of a file in pt: of what its tree holds, and of what became an artifact. Null where there are none. */
export function smallestGlyphs(
  surveys: readonly PageSurvey[],
  marks: ReadonlyMap<string, unknown>,
): { readonly text: number | null; readonly margins: number | null } {
  let text = Number.POSITIVE_INFINITY;
  let margins = Number.POSITIVE_INFINITY;
  for (const [page, { contents, smallestUntagged }] of surveys.entries()) {
    margins = Math.min(margins, smallestUntagged);
    for (const [mcid, { smallest }] of contents) {
      if (marks.has(keyOf({ kind: 'content', page, mcid }))) text = Math.min(text, smallest);
      else margins = Math.min(margins, smallest);
    }
  }
  return { text: rounded(text), margins: rounded(margins) };
}

/** To a thousandth: more is noise of the matrices. */
function rounded(size: number): number | null {
  return Number.isFinite(size) ? Math.round(size * 1000) / 1000 : null;
}
