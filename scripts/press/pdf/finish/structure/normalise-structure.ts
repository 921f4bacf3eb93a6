import { applyCarriers } from './apply-carriers.ts';
import { boundFigures } from './bound-figures.ts';
import type { ContentIndex } from './content-index.ts';
import { cutRepeatedHeads } from './cut-repeated-heads.ts';
import { dropDecoration } from './drop-decoration.ts';
import { groupParagraphs } from './group-paragraphs.ts';
import { itemiseLists } from './itemise-lists.ts';
import { liftNonStruct } from './lift-non-struct.ts';
import { linkHeaders } from './link-headers.ts';
import { numberLists } from './number-lists.ts';
import { settleFigures } from './settle-figures.ts';
import type { StructureElement } from './structure-element.ts';

/** Turns Chromium's tree into one that says what the HTML meant, in the types of ISO 32000-1, 14.8.4, one pass for each thing. */
export function normaliseStructure(chromium: StructureElement, contents: ContentIndex): StructureElement {
  let tree = applyCarriers(chromium, contents);
  tree = dropDecoration(tree, contents);
  tree = cutRepeatedHeads(tree, contents);
  tree = liftNonStruct(tree);
  tree = settleFigures(tree, contents);
  tree = itemiseLists(tree);
  tree = groupParagraphs(tree);
  tree = numberLists(tree, contents);
  tree = boundFigures(tree, contents);
  return linkHeaders(tree);
}
