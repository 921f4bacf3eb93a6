import type { Asset, Document, Order } from '../model.ts';
import type { View } from '../../templates/view.ts';
import { withAccent } from '../brand/accent.ts';
import { logoSource } from './clinic-view.ts';
import { eachElement } from './each.ts';
import { iconAsset } from './icons.ts';
import { qrAsset } from './qr.ts';

/** The pictures of a product by the `src` that its elements name. Throws where a template names one that there is none of. */
export function picturesOf(documents: readonly Document[], order: Order, view: View): ReadonlyMap<string, Asset> {
  const pictures = new Map<string, Asset>();
  for (const { body } of documents) {
    eachElement(body, ({ tagName, properties }) => {
      const src = properties['src'];
      if (tagName !== 'img' || typeof src !== 'string' || pictures.has(src)) return;
      const picture = iconAsset(src) ?? ownPicture(src, order, view) ?? guidePicture(src, order);
      if (!picture) throw new Error(`Expected a picture for ${src} in ${order.path}`);
      pictures.set(src, picture);
    });
  }
  return pictures;
}

/** What a template prints beside the guide's own pictures. */
function ownPicture(src: string, { clinic }: Order, { code }: View): Asset | null {
  if (src === 'qr.svg') return code && qrAsset(code.url);
  // Two pictures of a book may not share an id, and no picture of a guide has two hyphens in its own.
  return src === logoSource && clinic?.logo ? { ...clinic.logo, id: `clinic--${clinic.logo.id}` } : null;
}

/** A drawing takes the clinic's colour for what moves. */
function guidePicture(src: string, { clinic, translation }: Order): Asset | null {
  const picture = translation.assets.get(src) ?? null;
  return picture && clinic ? withAccent(picture, clinic.colours) : picture;
}
