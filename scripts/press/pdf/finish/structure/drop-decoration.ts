import type { ContentIndex } from './content-index.ts';
import { isElement, replaceChildren, type StructureElement } from './structure-element.ts';

/** Elements whose drawing is their meaning. */
const drawn = new Set(['Figure', 'Form', 'Formula', 'Lbl']);

/** Takes paths that Chromium tagged with the element they decorate (borders, backgrounds, underlines) out of the tree. */
export function dropDecoration(
  element: StructureElement,
  contents: ContentIndex,
  isDrawn = drawn.has(element.type),
): StructureElement {
  return replaceChildren(element, (child) => {
    if (isElement(child)) return dropDecoration(child, contents, isDrawn || drawn.has(child.type));
    const isDecoration = child.kind === 'content' && !isDrawn && contents.at(child).kind === 'drawing';
    return isDecoration ? [] : child;
  });
}
