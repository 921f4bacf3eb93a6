import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Asset, Publication } from '../../model.ts';

/** Discovery metadata of EPUB Accessibility 1.1 (section 2), in the vocabulary of schema.org. */
export interface Accessibility {
  readonly modes: readonly string[];
  /** Each a set of modes that is enough by itself, parted by commas. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  /** Null where no prepared sentence is true. */
  readonly summary: string | null;
}

/**
 * Says of a book only what its content shows. There is no claim of conformance and no certifier:
 * those are a person's word (EPUB Accessibility 1.1, section 4), which no build can give.
 */
export function describeAccessibility(
  publication: Publication,
  pictures: readonly Asset[],
  hasPages = false,
): Accessibility {
  const seen = survey(publication);
  const described = seen.pictures > 0 && seen.mute === 0;
  const readable = seen.mute === 0;
  return {
    modes: ['textual', ...(seen.pictures > 0 ? ['visual'] : [])],
    sufficient: [...(readable ? ['textual'] : []), ...(seen.pictures > 0 ? ['textual,visual'] : [])],
    features: [
      ...(seen.headings > 0 ? ['structuralNavigation'] : []),
      'tableOfContents',
      'readingOrder',
      ...(described ? ['alternativeText'] : []),
      ...(isTransformable(publication.css) ? ['displayTransformability'] : []),
      ...(seen.roles > 0 ? ['ARIA'] : []),
      ...(seen.formulas > 0 ? ['MathML'] : []),
      ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
      'unlocked',
    ],
    hazards: pictures.some(moves) ? ['unknown'] : ['none'],
    summary: readable ? (described ? publication.words.a11ySummaryImages : publication.words.a11ySummaryText) : null,
  };
}

interface Survey {
  headings: number;
  roles: number;
  formulas: number;
  /** Pictures that say something. */
  pictures: number;
  /** Pictures without any words. */
  mute: number;
}

function survey({ documents }: Publication): Survey {
  const seen: Survey = { headings: 0, roles: 0, formulas: 0, pictures: 0, mute: 0 };
  for (const { body } of documents) {
    visit({ type: 'root', children: [...body] }, 'element', (node: Element) => {
      const { role, alt, ariaHidden } = node.properties;
      if (/^h[1-6]$/.test(node.tagName)) seen.headings += 1;
      if (role !== undefined) seen.roles += 1;
      if (node.tagName === 'math') seen.formulas += 1;
      const isPicture = node.tagName === 'img' || (node.tagName === 'svg' && String(ariaHidden) !== 'true');
      const words = node.tagName === 'img' ? alt : (node.properties.ariaLabel ?? node.properties.ariaLabelledBy);
      if (isPicture && words !== '') seen.pictures += 1;
      if (isPicture && (words === undefined || words === null)) seen.mute += 1;
    });
  }
  return seen;
}

/** True where no rule holds on to a size that a reader may want to change. */
function isTransformable(css: string): boolean {
  return !/(?:font|font-size|line-height|width|height)\s*:[^;}]*\d(?:pt|mm|cm|in|px)\b/.test(css.replace(rules, ''));
}

/** Widths of borders hold nothing on. */
const rules = /border[\w-]*\s*:[^;}]*/g;

function moves({ mediaType, bytes }: Asset): boolean {
  return mediaType === 'image/svg+xml' && /<(?:animate|set\b)/.test(Buffer.from(bytes).toString('utf8'));
}
