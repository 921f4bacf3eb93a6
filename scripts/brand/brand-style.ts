import type { Colours } from '../model.ts';
import { darkColours } from './dark-colours.ts';
import { isOwn } from './own-colours.ts';

/** What a clinic's colours add to an edition's style sheets: the brand tokens, for a dark screen too. Nothing for the publisher's own. */
export function brandStyle(colours: Colours): string {
  if (isOwn(colours)) return '';
  return `${tokens(colours)}\n@media (prefers-color-scheme: dark) {\n${tokens(darkColours(colours))}\n}\n`;
}

function tokens({ brand, brandTint, onBrand }: Colours): string {
  return `:root { --brand: ${brand}; --brand-tint: ${brandTint}; --on-brand: ${onBrand}; }`;
}
