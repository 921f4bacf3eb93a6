import { dark } from '../../templates/styles/pairs.ts';
import type { Colours } from '../model.ts';
import { contrastOf } from './luminance.ts';
import { findNearest } from './find-nearest.ts';
import { hexOf, oklchOf } from './oklch.ts';
import { isOwn } from './own-colours.ts';

/** Lightness of a tint on a dark screen, and the most chroma that stays calm. */
const tint = { lightness: 0.3, chroma: 0.05 } as const;
/** Lightness from which a brand colour is looked for on a dark screen. */
const brandLightness = 0.82;

/**
 * A clinic's colours for a dark screen: the same hues, light on dark. Chosen so that every pair passes, whatever the
 * clinic's colours are; the publisher's own have been chosen by hand.
 */
export function darkColours(colours: Colours): Colours {
  if (isOwn(colours)) return { brand: dark.brand, brandTint: dark['brand-tint'], onBrand: dark['on-brand'] };
  const brand = findNearest(
    hexOf({ ...oklchOf(colours.brand), lightness: brandLightness }),
    (value) => contrastOf(value, dark.paper) >= 7 && contrastOf(value, dark.tint) >= 7,
  );
  const { chroma, hue } = oklchOf(colours.brandTint);
  const brandTint = findNearest(
    hexOf({ lightness: tint.lightness, chroma: Math.min(chroma, tint.chroma), hue }),
    (value) => contrastOf(dark['ink-2'], value) >= 7,
  );
  return { brand, brandTint, onBrand: dark['on-brand'] };
}
