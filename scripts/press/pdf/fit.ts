import type { Page } from '../../model.ts';
import type { Layout } from './printer.ts';
import { pixels } from './measure.ts';
import type { Part } from './measure.ts';

/** How large something may be that must fit on one page. */
export interface Fit {
  /** The largest value of `--fit` (pt) that fits, or null if even the smallest does not. It stays set. */
  readonly size: number | null;
  /** mm that are too much at the smallest size; 0 where it fits. */
  readonly over: number;
  /** The parts inside with `data-measure`, at that size. */
  readonly parts: readonly Part[];
}

/**
 * Finds the largest `--fit` (a bare number; the style sheet says `calc(var(--fit) * 1pt)`) between `min` and `max` in `step`s
 * with which the element is no higher than `height` mm, by halves: about six layouts, some ms. Throws if there is no element.
 */
export async function fitToPage(layout: Layout, { selector, height, min, max, step }: FitGoal): Promise<Fit> {
  const fit = await layout.evaluate(findFit, { selector, limit: height * pixels, min, max, step });
  if (fit === null)
    throw new Error(`Unexpected document without \`${selector}\`, expected an element to fit on a page`);
  return {
    size: fit.size,
    over: fit.size === null ? fit.height / pixels - height : 0,
    parts: fit.parts.map(({ name, height }) => ({ name, height: height / pixels })),
  };
}

type FitGoal = NonNullable<Page['fit']>;

/** Runs in the page, so it holds no named function and knows nothing from outside. Lengths in CSS px. */
function findFit({ selector, limit, min, max, step }: Omit<FitGoal, 'height'> & { readonly limit: number }): {
  size: number | null;
  height: number;
  parts: { name: string; height: number }[];
} | null {
  const element = document.querySelector(selector);
  if (element === null) return null;
  let size: number | null = null;
  let height = 0;
  let low = 0;
  let high = Math.floor((max - min) / step + 1e-6);
  // The smallest first: if that is too high, no other fits. Then the largest that does.
  for (let index = low; low <= high; index = Math.ceil((low + high) / 2)) {
    const tried = Number((min + index * step).toFixed(3));
    document.documentElement.style.setProperty('--fit', String(tried));
    const box = element.getBoundingClientRect().height;
    const overflow = element.scrollHeight > element.clientHeight + 1;
    height = overflow ? Math.max(box, element.scrollHeight) : box;
    // 1 px to spare, unless the box itself is as high as the page and all is inside.
    if (height <= limit - 1 || (!overflow && Math.abs(height - limit) < 0.05)) {
      size = tried;
      low = index + 1;
    } else {
      high = index - 1;
    }
    if (size === null) break;
  }
  document.documentElement.style.setProperty('--fit', String(size ?? min));
  return {
    size,
    height,
    parts: Array.from(element.querySelectorAll('[data-measure]'), (part) => ({
      name: part.getAttribute('data-measure') ?? '',
      height: part.getBoundingClientRect().height,
    })),
  };
}
