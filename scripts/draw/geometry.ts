/*
 * Points and paths as SVG path data. Lengths are the drawing's own units (the view box), angles degrees:
 * 0 points right, 90 down.
 */

/** A place in the drawing. */
export type Point = readonly [x: number, y: number];

const radian = Math.PI / 180;

/** A number as path data writes it: one decimal, no leading zero. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');
}

/** A point as path data writes it. */
export function xy(point: Point): string {
  return `${num(point[0])},${num(point[1])}`;
}

/** The point moved by `x` and `y`. */
export function add(point: Point, x: number, y: number): Point {
  return [point[0] + x, point[1] + y];
}

/** The point between `a` (`t` = 0) and `b` (`t` = 1). */
export function mix(a: Point, b: Point, t = 0.5): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** The point that lies `length` from `point` in a direction. */
export function to(point: Point, angle: number, length: number): Point {
  return [point[0] + Math.cos(angle * radian) * length, point[1] + Math.sin(angle * radian) * length];
}

/** The direction from `a` to `b`. */
export function angleOf(a: Point, b: Point): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]) / radian;
}

/** How far `b` is from `a`. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The elbow or knee between `a` and `b`, for bones of length `one` and `two`; `side` says which way it points. */
export function bend(a: Point, b: Point, one: number, two: number, side: 1 | -1): Point {
  const d = Math.min(distance(a, b), one + two - 0.01);
  return to(a, angleOf(a, b) + side * turnOf((one * one + d * d - two * two) / (2 * one * d)), one);
}

/** A capsule that may taper: the hull of two circles. */
export function limb(a: Point, radiusA: number, b: Point, radiusB: number): string {
  const theta = angleOf(a, b);
  const phi = turnOf((radiusA - radiusB) / (distance(a, b) || 1));
  return (
    `M${xy(to(a, theta + phi, radiusA))}L${xy(to(b, theta + phi, radiusB))}` +
    `${arc(radiusB, phi > 90)}${xy(to(b, theta - phi, radiusB))}` +
    `L${xy(to(a, theta - phi, radiusA))}${arc(radiusA, phi < 90)}${xy(to(a, theta + phi, radiusA))}Z`
  );
}

/** Every point of a path made of `M L C Q Z` with absolute numbers, moved by `move`. */
export function warp(path: string, move: (point: Point) => Point): string {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => xy(move([Number(x), Number(y)])));
}

/** The point of a part that was drawn at the origin: scaled, flipped top to bottom, turned, moved to `at`. */
export function placePoint([x, y]: Point, at: Point, scale: number, turn = 0, flip = false): Point {
  const [cos, sin] = [Math.cos(turn * radian), Math.sin(turn * radian)];
  const [sx, sy] = [x * scale, y * scale * (flip ? -1 : 1)];
  return [at[0] + sx * cos - sy * sin, at[1] + sx * sin + sy * cos];
}

/** A part that was drawn at the origin, placed: see `placePoint`. */
export function place(path: string, at: Point, scale: number, turn = 0, flip = false): string {
  return warp(path, (point) => placePoint(point, at, scale, turn, flip));
}

/** A Bézier curve's two handles and its end. */
export type Curve = readonly [Point, Point, Point];

/** A closed path, the same left and right: from its right half, top to bottom. */
export function mirror(start: Point, curves: readonly Curve[]): string {
  const plain = (point: Point) => point.join(',');
  const flipped = ([x, y]: Point) => `${-x},${y}`;
  const right = curves.map((curve) => `C${curve.map(plain).join(' ')}`).join('');
  const starts = [start, ...curves.map(([, , end]) => end)];
  const left = curves.map(([first, second], index) => {
    return `C${flipped(second)} ${flipped(first)} ${flipped(starts[index] ?? start)}`;
  });
  return `M${plain(start)}${right}L${flipped(starts.at(-1) ?? start)}${left.reverse().join('')}Z`;
}

/** An ellipse as a path. */
export function disc(centre: Point, radius: number, radiusY = radius): string {
  const half = `A${num(radius)} ${num(radiusY)} 0 1 1 `;
  const [left, right] = [add(centre, -radius, 0), add(centre, radius, 0)];
  return `M${xy(left)}${half}${xy(right)}${half}${xy(left)}Z`;
}

/** A rounded box as a path. */
export function box(x: number, y: number, width: number, height: number, radius = 4): string {
  const r = Math.min(radius, width / 2, height / 2);
  const corner = `A${num(r)} ${num(r)} 0 0 1 `;
  return (
    `M${num(x + r)},${num(y)}H${num(x + width - r)}${corner}${xy([x + width, y + r])}` +
    `V${num(y + height - r)}${corner}${xy([x + width - r, y + height])}` +
    `H${num(x + r)}${corner}${xy([x, y + height - r])}V${num(y + r)}${corner}${xy([x + r, y])}Z`
  );
}

/** A closed path through points. */
export function polygon(points: readonly Point[]): string {
  return `M${points.map(xy).join('L')}Z`;
}

/** The start of an arc, counter-clockwise on the page, up to the point that follows. */
function arc(radius: number, large: boolean): string {
  return `A${num(radius)} ${num(radius)} 0 ${large ? 1 : 0} 0 `;
}

/** The angle whose cosine is `cosine`, which rounding may push past 1. */
function turnOf(cosine: number): number {
  return Math.acos(Math.max(-1, Math.min(1, cosine))) / radian;
}
