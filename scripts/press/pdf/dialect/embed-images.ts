import type { Element } from 'hast';
import type { Asset } from '../../../model.ts';
import { elementsIn, property } from './elements.ts';

/** Puts the pictures themselves in place of their names, as `data:` addresses (RFC 2397): nothing is fetched. Throws on a name without a picture. */
export function embedImages(body: readonly Element[], assets: ReadonlyMap<string, Asset>): void {
  for (const image of elementsIn(body)) {
    if (image.tagName !== 'img') continue;
    const src = property(image, 'src') ?? '';
    if (src.startsWith('data:image/')) continue;
    const asset = assets.get(src);
    if (asset === undefined) throw new Error(`Unexpected picture \`${src}\`, expected one of the publication's assets`);
    image.properties['src'] = `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}`;
  }
}
