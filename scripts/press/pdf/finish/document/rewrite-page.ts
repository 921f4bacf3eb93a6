import { formatContent } from '../content/format-content.ts';
import { markContent } from '../content/mark-content.ts';
import { mergeGlyphs } from '../content/merge-glyphs.ts';
import { FinishError } from '../finish-error.ts';
import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Name, Stream, extend } from '../objects/pdf-object.ts';
import { keyOf, type ContentIndex } from '../structure/content-index.ts';
import type { WrittenTree } from '../structure/write-structure-tree.ts';
import type { Page } from './read-pages.ts';

/**
 * Writes a page (ISO 32000-1, 7.7.3.3) for the new tree: its content marked anew, its annotations bound to
 * their elements, tabs in structure order (ISO 14289-1, 7.18.3). Throws `lost-content` for a link that the tree does not hold.
 */
export function rewritePage(file: PdfFile, page: Page, tree: WrittenTree, contents: ContentIndex): void {
  const { index } = page;
  const operations = markContent(
    mergeGlyphs(page.operations, page.fonts),
    (mcid) => tree.marks.get(keyOf({ kind: 'content', page: index, mcid })) ?? null,
  );
  const annotations = page.annotations.filter((object) => {
    const isKept = tree.structParents.has(object.number);
    if (isKept || contents.isGivenUp({ kind: 'object', page: index, object })) return isKept;
    throw new FinishError('lost-content', `Unexpected link without a tag on page ${index + 1}`);
  });
  for (const annotation of annotations) {
    const entries = required(file.dictionary(annotation), 'an annotation');
    file.set(annotation, extend(entries, { StructParent: tree.structParents.get(annotation.number) }));
  }
  file.set(
    page.reference,
    extend(page.dictionary, {
      Annots: annotations.length > 0 ? annotations : undefined,
      Contents: file.add(new Stream(new Map(), Buffer.from(formatContent(operations), 'latin1'))),
      // A page group would need a colour space of its own (ISO 19005-2, 6.2.10).
      Group: undefined,
      StructParents: index,
      Tabs: new Name('S'),
    }),
  );
}
