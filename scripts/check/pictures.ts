import type { Image } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Where } from '../findings.ts';
import type { Context } from './check.ts';
import { nodes } from './nodes.ts';

/** A picture of Markdown's own, with what is said of it. */
export interface PictureFound {
  readonly image: Image;
  readonly alt: string;
  /** Null where it stands in a line of text. */
  readonly caption: string | null;
  readonly where: Where;
}

/** The pictures of a text: figures, then those in a line. */
export function pictures(context: Context): readonly PictureFound[] {
  const figures = nodes(context, 'figure').map(({ node, file }) => ({
    image: node.image,
    alt: node.image.alt ?? '',
    caption: toString(node.children),
    where: { file, position: node.image.position },
  }));
  const inline = nodes(context, 'image').map((found) => ({
    image: found.node,
    alt: found.node.alt ?? '',
    caption: null,
    where: found,
  }));
  return [...figures, ...inline];
}
