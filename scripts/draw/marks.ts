import { add, disc, limb, mix, num, place, to, xy } from './geometry.ts';
import type { Point } from './geometry.ts';
import { accent, circle, ink, path, stroke, white } from './kit.ts';

/*
 * What a drawing says without words: hatched is here, crossed is not here, a number in a circle is a step.
 */

/** Diagonal lines that fill a closed path of `M L C Z`, with its edge: press here. */
export function hatch(d: string, space: number, width: number): string {
  const points = flatten(d);
  const sums = points.map(([x, y]) => x + y);
  const first = Math.ceil(Math.min(...sums) / space) * space + space / 2;
  const count = Math.max(0, Math.ceil((Math.max(...sums) - first) / space));
  const lines = Array.from({ length: count }, (_, index) => segments(points, first + index * space)).join('');
  return path(lines, 'none', accent, width) + path(d, 'none', accent, width);
}

/** A white disc with a cross: not here. */
export function crossed(centre: Point, radius: number, width: number): string {
  const ring = disc(centre, radius);
  const arms = cross(centre, radius * 0.62);
  return path(ring, white, white, width + 5) + path(ring, white, ink, width) + path(arms, 'none', ink, width + 0.6);
}

/** A white strip with a row of crosses: not along here. */
export function crossedStrip(a: Point, b: Point, radius: number, count: number, width: number): string {
  const strip = limb(a, radius, b, radius);
  const arms = Array.from({ length: count }, (_, index) => cross(mix(a, b, index / (count - 1)), radius * 0.55));
  return (
    path(strip, white, white, width + 5) +
    path(strip, white, ink, width) +
    path(arms.join(''), 'none', ink, width + 0.4)
  );
}

/** Dots along the spine. */
export function spineDots(neck: Point, u: number): string {
  const d = `M${xy(add(neck, 0, 0.1 * u))}V${num(neck[1] + 2.2 * u)}`;
  return stroke(d, 4.6, ink, 0, '0 9.2');
}

/** A step's number, 1 to 5, in a circle. */
export function badge(step: 1 | 2 | 3 | 4 | 5, centre: Point, radius = 14): string {
  const { width, d } = digits[step];
  const size = radius * 1.04;
  const at = add(centre, (-width * size) / 2, -radius * 0.52);
  return circle(centre, radius, white, ink, 2.6) + path(place(d, at, size), 'none', ink, 2.6);
}

/** A clock that says "wait": which hour it shows means nothing. */
export function clock(centre: Point, radius: number): string {
  const ticks = Array.from({ length: 12 }, (_, hour) => {
    const turn = hour * 30;
    return `M${xy(to(centre, turn, radius - (hour % 3 === 0 ? 10 : 7)))}L${xy(to(centre, turn, radius - 5))}`;
  });
  const hands = `M${xy(to(centre, -90, radius * 0.58))}L${xy(centre)}L${xy(to(centre, 0, radius * 0.4))}`;
  return circle(centre, radius, white, ink, 3.6) + path(ticks.join(''), 'none', ink, 2) + stroke(hands, 3.4);
}

/** A drop of oil. */
export function drop(centre: Point, radius: number): string {
  const outline =
    'M0,-1.5C.3,-.9 .95,-.4 .95,.25C.95,.8 .5,1.1 0,1.1C-.5,1.1 -.95,.8 -.95,.25C-.95,-.4 -.3,-.9 0,-1.5Z';
  return path(place(outline, centre, radius), accent, ink, 3);
}

/** A sun: warm. */
export function sun(centre: Point): string {
  const rays = Array.from({ length: 8 }, (_, index) => {
    return `M${xy(to(centre, index * 45, 13.5))}L${xy(to(centre, index * 45, 19.5))}`;
  });
  return circle(centre, 8.5, accent) + stroke(rays.join(''), 4, accent);
}

/** A snowflake: cold. */
export function snowflake(centre: Point): string {
  const arms = Array.from({ length: 6 }, (_, index) => {
    const turn = index * 60 + 30;
    const fork = to(centre, turn, 12);
    const twigs = `M${xy(to(fork, turn + 45, 7))}L${xy(fork)}L${xy(to(fork, turn - 45, 7))}`;
    return `M${xy(centre)}L${xy(to(centre, turn, 20))}${twigs}`;
  });
  return stroke(arms.join(''), 3.4, accent);
}

const digits = {
  1: { width: 0.46, d: 'M.06,.22L.3,0L.3,1' },
  2: { width: 0.62, d: 'M.05,.27C.05,-.09 .57,-.09 .57,.27C.57,.5 .3,.66 .04,1L.59,1' },
  3: {
    width: 0.62,
    d: 'M.05,.16C.15,-.08 .55,-.03 .55,.25C.55,.42 .4,.48 .24,.48C.45,.48 .59,.58 .59,.74C.59,1.07 .12,1.08 .03,.84',
  },
  4: { width: 0.64, d: 'M.44,1L.44,0L.02,.7L.62,.7' },
  5: { width: 0.62, d: 'M.53,0L.13,0L.08,.46C.2,.33 .59,.33 .59,.68C.59,1.06 .14,1.09 .03,.86' },
} as const;

function cross(centre: Point, k: number): string {
  const at = (x: number, y: number) => xy(add(centre, x, y));
  return `M${at(-k, -k)}L${at(k, k)}M${at(k, -k)}L${at(-k, k)}`;
}

/** The pieces of the line x + y = `sum` that lie inside a polygon. */
function segments(points: readonly Point[], sum: number): string {
  const hits = points.flatMap((p, index) => {
    const q = points[(index + 1) % points.length] ?? p;
    const [before, after] = [p[0] + p[1] - sum, q[0] + q[1] - sum];
    return before < 0 === after < 0 ? [] : [mix(p, q, before / (before - after))];
  });
  hits.sort((a, b) => a[0] - b[0]);
  return hits.map((hit, index) => `${index % 2 === 0 ? 'M' : 'L'}${xy(hit)}`).join('');
}

/** Points along a path of `M L C Z` with absolute numbers, ten a curve. */
function flatten(d: string): readonly Point[] {
  const points: Point[] = [];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const given = Array.from(rest.matchAll(/(-?[\d.]+),(-?[\d.]+)/g), ([, x, y]): Point => [Number(x), Number(y)]);
    const last = points.at(-1);
    if (command !== 'C' || last === undefined) points.push(...given);
    else points.push(...curve(last, given));
  }
  return points;
}

/** Points along Bézier curves that follow `start`, by de Casteljau's halving. */
function curve(start: Point, given: readonly Point[]): readonly Point[] {
  const [one, two, end, ...rest] = given;
  if (one === undefined || two === undefined || end === undefined) return [];
  const points = Array.from({ length: 10 }, (_, index) => {
    const t = (index + 1) / 10;
    const [a, b, c] = [mix(start, one, t), mix(one, two, t), mix(two, end, t)];
    return mix(mix(a, b, t), mix(b, c, t), t);
  });
  return [...points, ...curve(end, rest)];
}
