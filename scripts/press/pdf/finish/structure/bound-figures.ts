import { unite, type Rectangle } from '../content/matrix.ts';
import { Name, dictionary } from '../objects/pdf-object.ts';
import type { ContentIndex } from './content-index.ts';
import { leavesOf, mapElements, withAttributes, type StructureElement } from './structure-element.ts';

/** Says where each figure on a single page stands (ISO 32000-1, table 343: BBox, in pt to two decimals). */
export function boundFigures(root: StructureElement, contents: ContentIndex): StructureElement {
  return mapElements(root, (element) => {
    if (element.type !== 'Figure') return element;
    let extent: Rectangle | null = null;
    const pages = new Set<number>();
    for (const leaf of leavesOf(element)) {
      pages.add(leaf.page);
      if (leaf.kind === 'content') extent = unite(extent, contents.at(leaf).extent);
    }
    if (!extent || pages.size !== 1) return element;
    const box = extent.map((length) => Math.round(length * 100) / 100);
    const layout = dictionary({ O: new Name('Layout'), BBox: box, Placement: new Name('Block') });
    return withAttributes(element, 'Layout', layout);
  });
}
