import type { Check } from './check.ts';
import { nodes } from './nodes.ts';
import { placesWithin } from './places.ts';
import { quote } from './quote.ts';

/**
 * A picture without words. In a guide that was written for Guidepress an empty alt means decoration;
 * in a plain folder nobody decided that, so it means that the words are missing.
 */
export const imageAlt: Check = {
  id: 'image-alt',
  run(context, report) {
    for (const found of nodes(context, 'html')) {
      const images = found.node.data?.images ?? [];
      const places = placesWithin(
        found,
        images.map(({ name }) => name),
      );
      for (const [index, { alt, name }] of images.entries()) {
        if (alt === null) report('image-alt', places[index] ?? found, messageFor(name));
      }
    }
    if (!context.guide.plain) return;
    for (const { node, file } of nodes(context, 'figure', 'image')) {
      const { alt, url, data, position } = node.type === 'figure' ? node.image : node;
      const isBare = (alt ?? '').trim() === '';
      if (isBare) report('image-alt', { file, position }, messageFor(data?.source ?? url));
    }
  },
};

function messageFor(name: string): string {
  return `Unexpected picture ${quote(name)} without words, expected alternative text: say what the reader must see`;
}
