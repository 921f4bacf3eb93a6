import type { Page } from '../../model.ts';
import type { Layout } from './printer.ts';

/** A part that a template named with `data-measure`. */
export interface Part {
  readonly name: string;
  /** mm. */
  readonly height: number;
}

/** An element with `data-one-page="mm"`. */
export interface Sheet {
  /** mm, with what sticks out at its end. */
  readonly height: number;
  /** mm. */
  readonly allowed: number;
  readonly parts: readonly Part[];
}

/** Heights of a laid-out document. */
export interface Measures {
  /** The outermost parts, in document order. */
  readonly parts: readonly Part[];
  readonly sheets: readonly Sheet[];
}

/** CSS px in a mm (CSS Values 3 §6.2). */
export const pixels = 96 / 25.4;

/** How wide the text of a page is, in mm. */
export function printWidth({ width, margin }: Page): number {
  return width - margin.left - margin.right;
}

/** How high the named parts are, and what must fit on one page. */
export function measureParts(layout: Layout): Promise<Measures> {
  return layout.evaluate(findHeights, pixels);
}

/** Runs in the page, so it holds no named function and knows nothing from outside. */
function findHeights(pixels: number): Measures {
  const parts = Array.from(document.querySelectorAll('[data-measure]'))
    .filter((part) => part.parentElement?.closest('[data-measure]') === null)
    .map((part) => ({
      name: part.getAttribute('data-measure') ?? '',
      height: part.getBoundingClientRect().height / pixels,
    }));
  const sheets = Array.from(document.querySelectorAll('[data-one-page]'), (sheet) => ({
    // scrollHeight is whole px; the box alone does not tell what sticks out of it.
    height:
      Math.max(
        sheet.getBoundingClientRect().height,
        sheet.scrollHeight > sheet.clientHeight + 1 ? sheet.scrollHeight : 0,
      ) / pixels,
    allowed: Number(sheet.getAttribute('data-one-page')),
    parts: Array.from(sheet.querySelectorAll('[data-measure]'), (part) => ({
      name: part.getAttribute('data-measure') ?? '',
      height: part.getBoundingClientRect().height / pixels,
    })),
  }));
  return { parts, sheets };
}
