import { accent } from '../draw/kit.ts';
import type { Asset, Colours } from '../model.ts';
import { findNearest } from './find-nearest.ts';
import { contrastOf } from './luminance.ts';
import { isOwn } from './own-colours.ts';

const painted = new RegExp(`\\b(fill|stroke)="${accent}"`, 'gi');
const known = new WeakMap<Asset, Map<string, Asset>>();

/**
 * A drawing with the clinic's colour in place of the accent: what moves, or is to be changed. At least 3:1 against white
 * (WCAG 2.2, 1.4.11). Bitmaps and drawings without the accent come back as they are.
 */
export function withAccent(asset: Asset, colours: Colours): Asset {
  if (asset.mediaType !== 'image/svg+xml' || isOwn(colours)) return asset;
  const colour = findNearest(colours.brand, (value) => contrastOf(value, '#ffffff') >= 3);
  const versions = known.get(asset) ?? new Map<string, Asset>();
  known.set(asset, versions);
  const version = versions.get(colour) ?? painting(asset, colour);
  versions.set(colour, version);
  return version;
}

function painting(asset: Asset, colour: string): Asset {
  const svg = new TextDecoder().decode(asset.bytes);
  const swapped = svg.replace(painted, (_, property: string) => `${property}="${colour}"`);
  return swapped === svg ? asset : { ...asset, bytes: new TextEncoder().encode(swapped) };
}
