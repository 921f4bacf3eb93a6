import { light } from '../../templates/styles/pairs.ts';
import type { Colours } from '../model.ts';

/** The publisher's own colours: what a clinic leaves out is theirs. */
export const ownColours: Colours = {
  brand: light.brand,
  brandTint: light['brand-tint'],
  onBrand: light['on-brand'],
};

/** Whether colours are the publisher's own. */
export function isOwn({ brand, brandTint, onBrand }: Colours): boolean {
  return brand === ownColours.brand && brandTint === ownColours.brandTint && onBrand === ownColours.onBrand;
}
