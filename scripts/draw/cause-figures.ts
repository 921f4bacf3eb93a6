import { backView, shoulderBlades } from './back-view.ts';
import { add, disc, mirror, num, place, polygon, xy } from './geometry.ts';
import type { Point } from './geometry.ts';
import { accent, figure, ink, path, skin, stroke, white } from './kit.ts';
import { badge, drop, hatch, spineDots } from './marks.ts';
import { profile } from './side-view.ts';

/** Where it hurts, and why. */
export const causeFigures = {
  'upper-back-area': () => {
    const [neck, u]: [Point, number] = [[160, 82], 60];
    const half = [
      [
        [0.16, 0.02],
        [0.24, 0.04],
        [0.34, 0.09],
      ],
      [
        [0.6, 0.2],
        [0.72, 0.26],
        [0.74, 0.44],
      ],
      [
        [0.75, 0.8],
        [0.7, 1.2],
        [0.62, 1.62],
      ],
      [
        [0.4, 1.74],
        [0.16, 1.78],
        [0, 1.78],
      ],
    ] as const;
    const area = place(mirror([0, 0.02], half), neck, u);
    return figure('Upper back, from the base of the neck to the bottom of the ribs', [
      backView(neck, u).svg,
      path(area, white),
      hatch(area, 10, 2.6),
      shoulderBlades(neck, u, (d) => path(d, 'none', white, 6) + path(d, skin, ink, 2.4)),
      spineDots(neck, u),
    ]);
  },

  'load-cup': () => {
    const walls = `M${xy([left(top), top])}L${xy([left(bottom), bottom])}L${xy([right(bottom), bottom])}L${xy([right(top), top])}`;
    const [from, to] = [left(top) + 8, right(top)];
    const spill =
      `M${xy([from, top - 3])}C${xy([from + 36, top - 11])} ${xy([to - 50, top - 11])} ${xy([to - 14, top - 9])}` +
      `C${xy([to + 8, top - 8])} ${xy([to + 14, top - 2])} ${xy([to + 13, top + 18])}`;
    const steps = [1, 2, 3, 4, 5] as const;
    return figure('A cup fills with five kinds of strain and spills over', [
      // From the top down, so that each surface covers the layer above it only.
      ...levels.map(([level, next], index) => liquid(level, next, index)),
      path(walls, 'none', white, 11),
      path(walls, 'none', ink, 5),
      ...levels.map(
        ([level, next], index) => contents[index]?.([middle, (level + next) / 2 + (index > 0 ? 2 : 0)]) ?? '',
      ),
      ...steps.map((step) => {
        const [level, next] = levels[step - 1] ?? [0, 0];
        const y = (level + next) / 2 + (step > 1 ? 2 : 0);
        return badge(step, [36, y], 12.5) + stroke(`M54,${num(y)}H${num(left(y) - 8)}`, 2.4, ink, 0, '0 5.5');
      }),
      path(spill, 'none', white, 11),
      path(spill, 'none', accent, 5),
      ...[92, 128, 164].map((y) => drop([middle + 97, y], 7.5)),
    ]);
  },
} as const;

const [middle, top, bottom] = [152, 46, 230];

/** Where one layer in the cup ends and the next begins. */
const levels = [
  [46, 83],
  [83, 119],
  [119, 155],
  [155, 191],
  [191, 226],
] as const;

function halfWidth(y: number): number {
  return 84 - (y - top) * 0.16;
}

function left(y: number): number {
  return middle - halfWidth(y);
}

function right(y: number): number {
  return middle + halfWidth(y);
}

function liquid(level: number, next: number, index: number): string {
  const [from, to] = [left(level), right(level)];
  const surface =
    index === 0
      ? `C${xy([from + 30, level - 12])} ${xy([to - 30, level - 12])} ${xy([to, level])}`
      : `C${xy([from + 40, level - 5])} ${xy([middle - 20, level - 5])} ${xy([middle, level])}` +
        `C${xy([middle + 20, level + 5])} ${xy([to - 40, level + 5])} ${xy([to, level])}`;
  const d = `M${xy([from, level])}${surface}`;
  const body = `${d}L${xy([right(next), next + 6])}L${xy([left(next), next + 6])}Z`;
  return path(body, index % 2 === 0 ? white : skin) + (index > 0 ? stroke(d, 2.6) : '');
}

/** What fills the cup, top to bottom. */
const contents: readonly ((at: Point) => string)[] = [
  (at) => {
    const sides = polygon([add(at, -14, 13), add(at, -9, -4), add(at, 9, -4), add(at, 14, 13)]);
    return path(sides, ink, ink, 2) + path(disc(add(at, 0, -8), 5), 'none', ink, 3);
  },
  (at) => {
    const back = `M${xy(add(at, -8, -13))}V${num(at[1] + 13)}`;
    const seat = `M${xy(add(at, -8, 2))}H${num(at[0] + 9)}V${num(at[1] + 13)}`;
    return path(back + seat, 'none', ink, 4.2);
  },
  (at) => {
    const [start, end] = [xy(add(at, 2, -13)), xy(add(at, 12, 6))];
    return path(`M${start}A13 13 0 1 0 ${end}A11 11 0 0 1 ${start}Z`, ink, ink, 1);
  },
  (at) => {
    const swirl = place('M-8,-2C-8,-14 8,-13 6,-4C4,3 -7,1 -4,-5C-2,-9 4,-7 1,-3', at, 1);
    return path(profile(at, 31).d, white, ink, 2.6) + path(swirl, 'none', ink, 2.2);
  },
  (at) => person(add(at, -19, 0), 1) + person(add(at, 19, 0), 1) + person(at, 0.72),
];

function person(at: Point, size: number): string {
  const body = place(`M-7.5,${num(11 / size)}C-7.5,-3 7.5,-3 7.5,${num(11 / size)}Z`, at, size);
  return path(disc(add(at, 0, -6.5 * size), 4.6 * size), ink) + path(body, ink, ink, 1);
}
