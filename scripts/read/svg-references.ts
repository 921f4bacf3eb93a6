import type { SvgElement } from './svg-parse.ts';

/**
 * How many elements are drawn once every `href="#id"` and `url(#id)` is followed, `Infinity` for a circle: ten
 * elements that each use the next ten times are ten thousand million.
 */
export function countDrawn(root: SvgElement): number {
  const byId = new Map<string, SvgElement>();
  gatherIds(root, byId);
  const counted = new Map<SvgElement, number>();
  const open = new Set<SvgElement>();
  const count = (element: SvgElement): number => {
    if (open.has(element)) return Infinity;
    const known = counted.get(element);
    if (known !== undefined) return known;
    open.add(element);
    let total = 1;
    for (const child of element.children) if (typeof child !== 'string') total += count(child);
    for (const id of listReferences(element)) {
      const target = byId.get(id);
      if (target !== undefined) total += count(target);
    }
    open.delete(element);
    counted.set(element, total);
    return total;
  };
  return count(root);
}

function gatherIds(element: SvgElement, byId: Map<string, SvgElement>): void {
  const id = element.attributes.get('id');
  if (id !== undefined && !byId.has(id)) byId.set(id, element);
  for (const child of element.children) if (typeof child !== 'string') gatherIds(child, byId);
}

function* listReferences(element: SvgElement): Generator<string> {
  for (const [name, value] of element.attributes) {
    if (name === 'href' && value.trim().startsWith('#')) yield value.trim().slice(1);
    for (const [, id] of value.matchAll(/url\(\s*["']?#([^\s"'()]+)/gi)) if (id !== undefined) yield id;
  }
}
