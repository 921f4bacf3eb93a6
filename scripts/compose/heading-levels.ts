import type { ElementContent } from 'hast';
import type { Block } from '../../templates/view.ts';
import { eachElement } from './each.ts';

/**
 * Blocks whose headings leave out no level, whatever an author skipped: a heading stands one below the nearest heading before it
 * that the author put higher, or below the section's title (ISO 14289-1, 7.4.2). Another heading of level 1 stays there.
 */
export function withoutGaps(blocks: readonly Block[]): readonly Block[] {
  const outline = new Outline();
  return blocks.map((block) => {
    if (block.kind === 'heading') return { ...block, depth: outline.place(block.depth) };
    return block.kind === 'prose'
      ? { ...block, content: block.content.map((node) => placeWithin(node, outline)) }
      : block;
  });
}

/** The headings that are open at a place: as the author put them, and as they are printed. */
class Outline {
  #open: { readonly written: number; readonly printed: number }[] = [];

  place(written: number): number {
    this.#open = this.#open.filter((heading) => heading.written < written);
    const printed = written === 1 ? 1 : (this.#open.at(-1)?.printed ?? 1) + 1;
    this.#open.push({ written, printed });
    return printed;
  }
}

function placeWithin(node: ElementContent, outline: Outline): ElementContent {
  eachElement([node], (element) => {
    if (/^h[1-6]$/.test(element.tagName)) element.tagName = `h${outline.place(Number(element.tagName[1]))}`;
  });
  return node;
}
