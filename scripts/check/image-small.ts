import type { Check } from './check.ts';
import { pictures } from './pictures.ts';
import { quote } from './quote.ts';

/** Width in print of a figure beside its text, in mm: `--figure` of templates/styles. Alone it is printed no smaller. */
const width = 46;
const fewestDots = 200;
const fewestPixels = Math.ceil((width / 25.4) * fewestDots);

/** A bitmap with too few pixels for the size at which it is printed: it comes out blurred. */
export const imageSmall: Check = {
  id: 'image-small',
  run(context, report) {
    for (const { image, caption, where } of pictures(context)) {
      const asset = context.translation.assets.get(image.url.replace(/^asset:/, ''));
      const isFigure = caption !== null && asset !== undefined && asset.mediaType !== 'image/svg+xml';
      if (!isFigure || asset.width >= fewestPixels) continue;
      const message = `Unexpected picture ${quote(asset.name)} of ${asset.width} pixels across, expected ${fewestPixels} or more for ${fewestDots} dots an inch: export it larger, or as SVG`;
      report('image-small', where, message);
    }
  },
};
