import type { Element as HastElement } from 'hast';
import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import type { Asset, Publication } from '../../model.ts';
import type { Pass } from './xhtml.ts';
import { element } from './xml.ts';

/** Where a picture lies in the book. */
export function pictureFile({ id }: Asset): string {
  return `images/${id}`;
}

/** The pictures that `img` elements show, sorted by id, each once. Throws where two pictures share an id. */
export function findPictures({ documents, assets }: Publication): readonly Asset[] {
  const found = new Map<string, Asset>();
  for (const { body } of documents) {
    visit({ type: 'root', children: [...body] }, 'element', (node: HastElement) => {
      const asset = node.tagName === 'img' ? assets.get(String(node.properties.src)) : undefined;
      if (asset === undefined) return;
      const other = found.get(asset.id) ?? asset;
      if (Buffer.compare(other.bytes, asset.bytes) !== 0) {
        throw new Error(`Expected one picture with the id \`${asset.id}\`, got two that differ`);
      }
      found.set(asset.id, asset);
    });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Points each `img` to its file in the book; one without a file is reported, and its words stand in its place. */
export function placePictures(file: string, assets: Publication['assets'], report: (message: string) => void): Pass {
  return (node: Element) => {
    if (node.name !== 'img') return node;
    const { src = '', alt } = node.attributes;
    const asset = assets.get(src ?? '');
    if (asset !== undefined) return { ...node, attributes: { ...node.attributes, src: pictureFile(asset) } };
    report(`Unexpected picture \`${src ?? ''}\` in ${file}, expected a picture of this publication: add the file`);
    return element('span', { class: 'missing' }, alt ?? '');
  };
}
