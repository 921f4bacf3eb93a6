import { disc, limb, num, to, xy } from './geometry.ts';
import type { Point } from './geometry.ts';
import { accent, circle, ink, layer, path, prop, stroke, white } from './kit.ts';

/** The floor, from `left` to `right`. */
export function ground(y: number, left: number, right: number): string {
  return stroke(`M${num(left)},${num(y)}H${num(right)}`);
}

/** A wall seen from its edge, its inside on the left. */
export function wall(x: number, top: number, bottom: number): string {
  const count = Math.ceil((bottom - top - 12) / 19);
  const strokes = Array.from({ length: count }, (_, index) => {
    const y = top + 6 + index * 19;
    return `M${xy([x, y])}L${xy([x - 10, y + 10])}`;
  });
  return stroke(strokes.join(''), 2.2) + stroke(`M${num(x)},${num(top)}V${num(bottom)}`, 4);
}

/** A soft ball with its seam. */
export function ball(centre: Point, radius: number): string {
  const seam = `M${xy(to(centre, -120, radius))}Q${xy(to(centre, 170, radius * 0.1))} ${xy(to(centre, 120, radius))}`;
  return (
    path(disc(centre, radius), white, white, 7) +
    circle(centre, radius, accent, ink, 2.8) +
    path(seam, 'none', white, 2)
  );
}

/** A chair from the side, its back on the left, leaning by `tilt`. */
export function chair(x: number, seat: number, depth: number, top: number, floor: number, tilt = 6): string {
  const legAt = (above: number, below: number) => ({
    d: limb([above, seat + 8], 3, [below, floor - 3], 3),
    fill: prop,
  });
  return layer(
    [
      legAt(x + 8, x + 3),
      legAt(x + depth - 8, x + depth - 4),
      { d: limb([x, seat + 4], 4.5, [x - tilt, top], 4.5), fill: prop },
      { d: limb([x, seat + 5], 5, [x + depth, seat + 5], 5), fill: prop },
    ],
    { width: 2.8 },
  );
}
