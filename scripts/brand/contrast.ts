import { dark, light, pairs, type Pair, type Token } from '../../templates/styles/pairs.ts';
import type { Colours } from '../model.ts';
import { darkColours } from './dark-colours.ts';
import { findNearest } from './find-nearest.ts';
import { contrastOf } from './luminance.ts';

/** On which ground a product is read: paper and bright screens, or a dark screen. */
export type Scheme = 'light' | 'dark';

/** A pair as a clinic's colours make it. */
export interface Measured extends Pair {
  readonly scheme: Scheme;
  /** WCAG 2.2 contrast ratio, 1 to 21. */
  readonly ratio: number;
}

/** Every pair of the style sheets, measured with a clinic's colours. */
export function measurePairs(colours: Colours, scheme: Scheme = 'light'): readonly Measured[] {
  const values = valuesOf(colours, scheme);
  return pairs.map((pair) => ({ ...pair, scheme, ratio: contrastOf(values[pair.text], values[pair.on]) }));
}

/** The lowest contrast of text in a product with these colours: what a report may promise. */
export function lowestContrast(colours: Colours, scheme: Scheme = 'light'): Measured {
  return measurePairs(colours, scheme).reduce((lowest, pair) => (pair.ratio < lowest.ratio ? pair : lowest));
}

/** The colours of a scheme, a clinic's among them. */
export function valuesOf(colours: Colours, scheme: Scheme): Readonly<Record<Token, string>> {
  const { brand, brandTint, onBrand } = scheme === 'light' ? colours : darkColours(colours);
  return { ...(scheme === 'light' ? light : dark), brand, 'brand-tint': brandTint, 'on-brand': onBrand };
}

/**
 * The nearest colours with which every pair passes: the same hues, other lightness. Colours that pass come back as they
 * are. Each is mended on what stays fixed and on those mended before it, so that all mends together pass.
 */
export function mendColours(colours: Colours): Colours {
  const brand = findNearest(colours.brand, (value) => passes({ brand: value }, ['brand']));
  const brandTint = findNearest(colours.brandTint, (value) =>
    passes({ brand, 'brand-tint': value }, ['brand', 'brand-tint']),
  );
  const onBrand = findNearest(colours.onBrand, (value) =>
    passes({ brand, 'brand-tint': brandTint, 'on-brand': value }, ['brand', 'brand-tint', 'on-brand']),
  );
  return { brand, brandTint, onBrand };
}

const brandTokens: readonly Token[] = ['brand', 'brand-tint', 'on-brand'];

/** Whether the pairs pass that hold some brand colours and no others. */
function passes(values: Partial<Record<Token, string>>, known: readonly Token[]): boolean {
  const all = { ...light, ...values };
  return (pairs as readonly Pair[])
    .filter(({ text, on }) => [text, on].every((token) => known.includes(token) || !brandTokens.includes(token)))
    .every(({ text, on, least }) => contrastOf(all[text], all[on]) >= least);
}
