import type { Image, Root } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { Report } from '../findings.ts';
import type { AssetReader, AssetSource } from './assets.ts';
import { fillPositions } from './fill-positions.ts';
import { cleanRawHtml } from './raw-html.ts';

/**
 * Reads each picture that a section names, in Markdown and in raw HTML, and cleans the HTML. An image that could be
 * read gets `url: 'asset:<id>'` and keeps the author's address in `data.source`; any other keeps its address and is a
 * finding. Gives the ids of what was read.
 */
export async function readPictures(
  tree: Root,
  file: string,
  pictures: { readonly reader: AssetReader; readonly source: AssetSource },
  report: Report,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const read = async (url: string, position: Position | undefined): Promise<string | null> => {
    const result = await pictures.reader.read(url, pictures.source);
    if ('problem' in result) {
      report(result.problem, { file, position }, result.message);
      return null;
    }
    ids.add(result.asset.id);
    return result.asset.id;
  };
  for (const image of imagesOf(tree)) {
    const id = await read(image.url, image.position);
    if (id === null) continue;
    image.data = { ...image.data, source: image.url };
    image.url = `asset:${id}`;
  }
  await cleanRawHtml(tree, file, report, read);
  // The cleaning closes what an author left open: those end tags need a place too.
  fillPositions(tree);
  return ids;
}

function imagesOf(tree: Root): Image[] {
  const images: Image[] = [];
  visit(tree, (node) => {
    if (node.type === 'image') images.push(node);
    if (node.type === 'figure') images.push(node.image);
  });
  return images;
}
