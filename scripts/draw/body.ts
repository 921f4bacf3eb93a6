import { angleOf, limb, mirror, mix, place, placePoint, to, xy } from './geometry.ts';
import type { Curve, Point } from './geometry.ts';
import { chain, cloth, prop, skin, stroke, trousers } from './kit.ts';
import type { Shape } from './kit.ts';

/*
 * A person from the front or the back. The unit of every part is one head, so each function takes `u`, the
 * height of a head in the drawing.
 */

/** Lengths and radii of the body, in heads. */
export const heads = {
  upperArm: 1.42,
  forearm: 1.2,
  thigh: 1.95,
  shin: 1.8,
  shoulderRadius: 0.27,
  elbowRadius: 0.19,
  wristRadius: 0.135,
  hipRadius: 0.38,
  kneeRadius: 0.24,
  ankleRadius: 0.15,
} as const;

/** Three joints: shoulder, elbow, wrist or hip, knee, ankle. */
export type Joints = readonly [Point, Point, Point];

/** Head from the front or the back. */
export function head(centre: Point, u: number, turn = 0): readonly Shape[] {
  const ear = (side: number): Shape => {
    const at = to(centre, turn, side * 0.41 * u);
    const [low, high] = [to(at, turn + 90, 0.04 * u), to(at, turn - 90, 0.04 * u)];
    return { d: limb(low, 0.068 * u, high, 0.072 * u), fill: skin };
  };
  return [ear(1), ear(-1), { d: place(headOutline, centre, u, turn), fill: skin }];
}

/** Torso from the front or the back, neck to hips; `neck` is the base of the neck. */
export function torso(
  neck: Point,
  u: number,
  fill = skin,
  { form = 'long', turn = 0 }: { form?: 'long' | 'short' | 'raised'; turn?: number } = {},
): Shape {
  return { d: place(torsos[form], neck, u, turn), fill };
}

/** Arm of an adult; `k` makes it slimmer. */
export function arm([shoulder, elbow, wrist]: Joints, u: number, fill = skin, k = 1): readonly Shape[] {
  const { shoulderRadius, elbowRadius, wristRadius } = heads;
  const joints = [
    [shoulder, shoulderRadius * u * k],
    [elbow, elbowRadius * u * k],
    [wrist, wristRadius * u * k],
  ] as const;
  return chain(joints, fill);
}

/** Short sleeve over the upper arm, down to `t` of its length. */
export function sleeve(shoulder: Point, elbow: Point, u: number, fill = cloth, t = 0.55, k = 1): Shape {
  const turn = angleOf(shoulder, elbow);
  const end = mix(shoulder, elbow, t);
  const top = (heads.shoulderRadius + 0.02) * u * k;
  const bottom = (heads.shoulderRadius - 0.02) * u * k;
  const [right, left] = [to(shoulder, turn + 90, top), to(shoulder, turn - 90, top)];
  const edge = `L${xy(to(end, turn + 90, bottom))}Q${xy(to(end, turn, bottom * 0.7))} ${xy(to(end, turn - 90, bottom))}`;
  const radius = xy([top, top]).replace(',', ' ');
  return { d: `M${xy(right)}${edge}L${xy(left)}A${radius} 0 0 0 ${xy(right)}Z`, fill };
}

/** Edge of such a sleeve. */
export function hem(shoulder: Point, elbow: Point, u: number, t = 0.55, k = 1): string {
  const turn = angleOf(shoulder, elbow);
  const end = mix(shoulder, elbow, t);
  const radius = (heads.shoulderRadius - 0.035) * u * k;
  const bulge = `Q${xy(to(end, turn, radius * 0.7))} ${xy(to(end, turn - 90, radius))}`;
  return stroke(`M${xy(to(end, turn + 90, radius))}${bulge}`, 2.4);
}

/** Leg in trousers. */
export function leg([hip, knee, ankle]: Joints, u: number): readonly Shape[] {
  const { hipRadius, kneeRadius, ankleRadius } = heads;
  const joints = [
    [hip, hipRadius * u],
    [knee, kneeRadius * u],
    [ankle, ankleRadius * u * 1.15],
  ] as const;
  return chain(joints, trousers);
}

/** Flat hand that points along `turn`. Its thumb lies on the left of that direction, or right when flipped. */
export function hand(wrist: Point, turn: number, u: number, flip = false, fill = skin): readonly Shape[] {
  const at = (x: number, y: number) => placePoint([x, y], wrist, u, turn, flip);
  return [
    { d: limb(at(0.14, -0.1), 0.085 * u, at(0.36, -0.31), 0.07 * u), fill },
    { d: place(mitten, wrist, u, turn, flip), fill },
  ];
}

/** Foot from the front; `ankle` lies 0.23 heads above the floor. */
export function footFront(ankle: Point, u: number): Shape {
  return {
    d: place('M-.16,-.14L.16,-.14C.2,.02 .28,.2 .2,.23L-.2,.23C-.28,.2 -.2,.02 -.16,-.14Z', ankle, u),
    fill: prop,
  };
}

const headOutline =
  'M0,-.5C.3,-.5 .41,-.28 .4,-.04C.39,.2 .24,.5 0,.5C-.24,.5 -.39,.2 -.4,-.04C-.41,-.28 -.3,-.5 0,-.5Z';

const mitten =
  'M0,-.13C.1,-.19 .2,-.22 .32,-.21C.45,-.21 .55,-.2 .62,-.16C.76,-.1 .76,.1 .62,.16C.55,.2 .45,.21 .32,.21' +
  'C.2,.22 .1,.19 0,.13Z';

const upperHalf: readonly Curve[] = [
  [
    [0.23, -0.2],
    [0.27, -0.06],
    [0.5, 0.05],
  ],
  [
    [0.75, 0.15],
    [0.98, 0.2],
    [1.03, 0.48],
  ],
  [
    [1.03, 0.7],
    [0.84, 0.76],
    [0.81, 0.95],
  ],
  [
    [0.79, 1.3],
    [0.71, 1.55],
    [0.66, 1.9],
  ],
  [
    [0.64, 2.15],
    [0.76, 2.4],
    [0.79, 2.7],
  ],
];

const hips: Curve = [
  [0.81, 2.95],
  [0.81, 3.4],
  [0.81, 4],
];

const torsos = {
  long: mirror([0.23, -0.5], [...upperHalf, hips]),
  short: mirror([0.23, -0.5], upperHalf),
  raised: mirror(
    [0.22, -0.3],
    [
      [
        [0.22, -0.26],
        [0.3, -0.28],
        [0.42, -0.26],
      ],
      [
        [0.7, -0.2],
        [0.98, -0.12],
        [1.02, 0.2],
      ],
      [
        [1.02, 0.5],
        [0.86, 0.6],
        [0.82, 0.85],
      ],
      ...upperHalf.slice(3),
      hips,
    ],
  ),
} as const;
