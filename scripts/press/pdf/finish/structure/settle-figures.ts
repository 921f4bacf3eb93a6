import { FinishError } from '../finish-error.ts';
import type { ContentIndex } from './content-index.ts';
import { isElement, leavesOf, replaceChildren, type StructureElement } from './structure-element.ts';

/**
 * Chromium makes a Figure of `<img>` and of the `<figure>` around it. The outer one, which has no Alt, becomes a Div;
 * an empty one goes. Throws `figure-without-alt` for a picture without words (ISO 14289-1, 7.3).
 */
export function settleFigures(element: StructureElement, contents: ContentIndex): StructureElement {
  return replaceChildren(element, (child) =>
    isElement(child) ? settle(settleFigures(child, contents), contents) : child,
  );
}

function settle(element: StructureElement, contents: ContentIndex): StructureElement | readonly [] {
  if (element.type !== 'Figure') return element;
  if (element.children.length === 0) return [];
  if (element.alt) return element;
  const picture = element.children.find((child) => child.kind === 'content' && contents.at(child).kind !== 'text');
  if (picture || element.children.every((child) => !isElement(child) && child.kind === 'object')) {
    const [{ page } = { page: 0 }] = leavesOf(element);
    throw new FinishError(
      'figure-without-alt',
      `Unexpected picture without words on page ${page + 1}, expected \`alt\``,
    );
  }
  return { ...element, type: 'Div' };
}
