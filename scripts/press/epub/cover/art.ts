import { Resvg } from '@resvg/resvg-js';
import type { Element } from 'xast';
import type { Asset, Direction } from '../../../model.ts';
import { element, writeXml } from '../xml.ts';

/** A rectangle of the cover, px. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture as large as the area lets it be. One that is cut off by its own lower edge stands on the area's floor,
 * any other floats in the middle with room around it.
 */
export function placePicture(asset: Asset, area: Area): Element {
  const stands = isCutBelow(asset);
  const margin = stands ? 0 : area.height * 0.08;
  const scale = Math.min(
    (area.width - (stands ? 0 : 2 * 100)) / asset.width,
    (area.height - 2 * margin) / asset.height,
  );
  const width = asset.width * scale;
  const height = asset.height * scale;
  return element('image', {
    x: String(area.x + (area.width - width) / 2),
    y: String(stands ? area.y + area.height - height : area.y + (area.height - height) / 2),
    width: String(width),
    height: String(height),
    href: dataUri(asset),
  });
}

/** How large a picture is that just fits a room, px. */
export function contained(
  { width, height }: Asset,
  room: Pick<Area, 'width' | 'height'>,
): Pick<Area, 'width' | 'height'> {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}

/** The picture in exactly this rectangle. */
export function placeAt(asset: Asset, { x, y, width, height }: Area): Element {
  const at = { x: String(x), y: String(y), width: String(width), height: String(height) };
  return element('image', { ...at, href: dataUri(asset) });
}

/** A colour between two, `share` of the way, channel by channel. */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number): string => {
    const [a = 0, b = 0] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** What a book without a picture shows: three calm rings that rise from the corner where lines end. */
export function drawRings({ x, y, width, height }: Area, direction: Direction, colours: readonly string[]): Element[] {
  const centre = direction === 'rtl' ? x : x + width;
  const largest = Math.min(height, width * 0.72);
  return colours.map((fill, ring) =>
    element('circle', {
      cx: String(centre),
      cy: String(y + height),
      r: String(Math.round((largest * (colours.length - ring)) / colours.length)),
      fill,
    }),
  );
}

/** True where ink runs over the lower edge. Drawn small: only the last row matters. */
function isCutBelow(asset: Asset): boolean {
  const sheet = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: '80', height: '60' },
    element('image', { width: '80', height: '60', preserveAspectRatio: 'none', href: dataUri(asset) }),
  );
  const { pixels } = new Resvg(writeXml(sheet), { font: { loadSystemFonts: false } }).render();
  const row = pixels.subarray(pixels.length - 80 * 4);
  return row.some((value, index) => index % 4 === 3 && value > 127);
}

function dataUri({ mediaType, bytes }: Asset): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}
