import { FinishError } from '../finish-error.ts';
import { keyOf, type ContentIndex } from './content-index.ts';
import { leavesOf, type StructureElement } from './structure-element.ts';

/** Throws `lost-content` for text that is seen, is not in the tree, and was not given up on purpose. */
export function guardContent(root: StructureElement, contents: ContentIndex): void {
  const kept = new Set([...leavesOf(root)].map(keyOf));
  for (const content of contents.texts()) {
    if (kept.has(keyOf(content)) || contents.isGivenUp(content)) continue;
    const quote = content.text.trim().slice(0, 60);
    throw new FinishError('lost-content', `Unexpected text without a tag on page ${content.page + 1}: \`${quote}\``);
  }
}
