import { hand } from './body.ts';
import { backView } from './back-view.ts';
import { add, box, limb, place, to, xy } from './geometry.ts';
import type { Point } from './geometry.ts';
import {
  accent,
  arrow,
  chain,
  circle,
  figure,
  ink,
  layer,
  line,
  path,
  prop,
  skin,
  solid,
  stroke,
  white,
} from './kit.ts';
import { badge, clock, drop, snowflake, sun } from './marks.ts';

/** Packs and oils. */
export const sootheFigures = {
  'warm-cold': () =>
    figure('A hand lays a warm or a cold pack, wrapped in a towel, on the upper back', [
      backView([82, 84], 43, 'straight').svg,
      bottle([82, 132]),
      towel([82, 138]),
      helpingHand([101, 186], -1),
      sun([26, 28]),
      stroke('M160,14V226', 2.4, ink, 0, '0 7'),
      backView([238, 84], 43, 'straight').svg,
      coldPack([238, 136]),
      towel([238, 138]),
      helpingHand([219, 186], 1),
      snowflake([294, 28]),
    ]),

  'dilution-spoon': () => {
    const neck: Point = [96, 84];
    const tilted = (d: string) => place(d, neck, 0.72, 62);
    const bowl = 'M148,182C142,204 114,216 84,216C48,216 14,204 14,184C14,164 48,152 84,152C114,152 142,160 148,182Z';
    const oil = 'M134,184C128,198 106,205 82,205C54,205 28,197 28,184C28,171 54,163 82,163C106,163 128,170 134,184Z';
    const handle = chain(
      [
        [[138, 184], 4.5],
        [[304, 148], 9],
      ],
      prop,
    );
    const glass = 'M-30,-44L30,-44C34,-44 36,-48 36,-52L36,-132L-36,-132L-36,-52C-36,-48 -34,-44 -30,-44Z';
    return figure('Let one drop of essential oil fall into a teaspoon of plain oil', [
      layer([...handle, { d: bowl, fill: prop }]),
      path(oil, skin, ink, 2.4),
      stroke('M46,188C56,195 72,198 88,197', 3, white),
      drop([84, 118], 17),
      layer([
        { d: tilted(glass), fill: skin },
        { d: tilted('M-13,-2L13,-2L17,-44L-17,-44Z'), fill: ink },
      ]),
      path(tilted('M-36,-64L36,-64L36,-114L-36,-114Z'), white, ink, 2.6),
      drop(to(neck, -28, 64), 8.5),
    ]);
  },

  'patch-test': () => {
    const face: Point = [266, 134];
    const from = to(face, -110, 42);
    const around = [to(from, -20, 34), to(to(face, 25, 42), -65, 34)] as const;
    return figure('Put one drop of the mix on your inner forearm, cover it, and wait', [
      forearm(82),
      forearm(192),
      drop([90, 30], 12),
      arrow([90, 46], [], [90, 72], { colour: ink, width: 4, size: 11 }),
      circle([90, 82], 6.5, accent, ink, 2.6),
      badge(1, [24, 24]),
      path(box(57, 175, 66, 32, 15), white, ink, 3),
      path(box(79, 179, 22, 24, 3), accent),
      badge(2, [24, 136]),
      clock(face, 32),
      arrow(from, around, to(face, 25, 42)),
      badge(3, [208, 134]),
    ]);
  },
} as const;

/** A hot-water bottle, its neck up; its middle is under the towel. */
function bottle([x, y]: Point): string {
  const neck = solid(box(x - 8, y - 44, 16, 16, 3), skin, line, 2);
  const stopper = solid(box(x - 11, y - 51, 22, 8, 3), accent, 2.8, 2);
  return neck + stopper + solid(box(x - 25, y - 33, 50, 74, 14), skin, line, 2);
}

/** A cold pack with its cubes above and below the towel. */
function coldPack([x, y]: Point): string {
  const cube = (dx: number, dy: number) => `M${xy([x + dx, y + dy])}h8v8h-8z`;
  const cubes = [-18, -4, 10].map((dx) => cube(dx, -31) + cube(dx, 27));
  return solid(box(x - 26, y - 40, 52, 82, 7), white, line, 2) + stroke(cubes.join(''), 2.2);
}

/** A striped towel round the middle of a pack, its edge on the right. */
function towel([x, y]: Point): string {
  const stripe = (dx: number) => `M${xy([x + dx, y - 19])}v38`;
  return solid(box(x - 31, y - 19, 62, 38, 5), white) + stroke([-25, -19, 19, 25].map(stripe).join(''), 2, accent);
}

/** Someone else's hand from below, its fingers on the pack; `side` -1 comes from the right. */
function helpingHand(wrist: Point, side: 1 | -1): string {
  const turn = -90 + side * 14;
  const forearm = chain(
    [
      [to(wrist, turn + 180, 90), 10],
      [wrist, 6.5],
    ],
    accent,
  );
  const finger = (k: number) => stroke(place(`M.48,${k}L.68,${k * 0.85}`, wrist, 46, turn), 1.8, white);
  const palm = hand(wrist, turn, 48, side > 0, accent);
  return layer([...forearm, ...palm], { gap: 2.5 }) + [-0.1, 0, 0.1].map(finger).join('');
}

/** An inner forearm from the left, palm up, with its wrist at 142. */
function forearm(y: number): string {
  const u = 84;
  const wrist: Point = [142, y + 2];
  const sleeveless = { d: limb(add(wrist, -172, -6), 0.38 * u, wrist, 0.17 * u), fill: skin };
  const finger = (k: number) => stroke(place(`M.5,${k}L.7,${k * 0.9}`, wrist, u * 1.05, 1), 2.4);
  return [
    layer([sleeveless, ...hand(wrist, 1, u * 1.05)]),
    ...[-0.1, 0, 0.1].map(finger),
    stroke(place('M.02,-.12C.06,-.05 .06,.05 .02,.12', wrist, u, 1), 2.2),
  ].join('');
}
