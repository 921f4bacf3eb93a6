import svgpath from 'svgpath';

/**
 * Decimals of path data with which nothing is moved by more than a 20,000th of the drawing; some more where a transformation may
 * enlarge it. `side` is the shorter one of the view box.
 */
export function decimalsFor(side: number, isTransformed: boolean): number {
  return Math.min(8, Math.max(0, 4 - Math.floor(Math.log10(side))) + (isTransformed ? 3 : 0));
}

/**
 * Path data (SVG 2 §9.3) without arcs: each is drawn as cubic curves, one a quarter turn. Chromium prints an arc as sixteen curves
 * a quarter turn, so that a handout was a third larger. What is no path data stays as it is.
 */
export function withoutArcs(d: string, decimals: number): string {
  if (!/a/i.test(d)) return d;
  const path = svgpath(d);
  // As far as it is path data, browsers draw it: that is theirs to tell.
  return 'err' in path && path.err ? d : path.unarc().round(decimals).toString();
}
