import type { Element } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { Asset, Publication } from '../../../model.ts';

/** The picture for the cover: the first one in a figure, since pictures elsewhere are icons, logos and codes. */
export function findPicture({ documents, assets }: Publication): Asset | null {
  let found: Asset | null = null;
  for (const { body } of documents) {
    visit({ type: 'root', children: [...body] }, 'element', (figure: Element) => {
      if (figure.tagName !== 'figure') return;
      visit(figure, 'element', (node: Element) => {
        if (node.tagName === 'img') found ??= assets.get(String(node.properties.src)) ?? null;
      });
      return found === null ? undefined : EXIT;
    });
    if (found !== null) return found;
  }
  return null;
}
