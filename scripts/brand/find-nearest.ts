import { hexOf, oklchOf } from './oklch.ts';

/** Steps of lightness from black to white. */
const steps = 1000;

/**
 * The colour of the same hue that passes and is nearest in lightness; the colour itself where it passes. Throws where
 * neither black, white nor anything between passes.
 */
export function findNearest(colour: string, passes: (colour: string) => boolean): string {
  if (passes(colour)) return colour;
  const from = oklchOf(colour);
  const start = Math.round(from.lightness * steps);
  for (let away = 0; away <= steps; away++) {
    // The darker one first: of two as near, ink on paper is the safer.
    for (const step of [start - away, start + away]) {
      if (step < 0 || step > steps) continue;
      const found = hexOf({ ...from, lightness: step / steps });
      if (passes(found)) return found;
    }
  }
  throw new Error(`Expected a colour near ${colour} that passes, got none from black to white`);
}
