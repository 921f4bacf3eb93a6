import { arm, footFront, hand, head, hem, leg, sleeve, torso } from './body.ts';
import type { Joints } from './body.ts';
import { bend, box, limb, place, to } from './geometry.ts';
import type { Point } from './geometry.ts';
import { accent, arrow, chain, cloth, figure, ink, layer, path, prop, skin, solid, stroke, trousers } from './kit.ts';
import { badge } from './marks.ts';
import { foot, profile, sideHand, sideView } from './side-view.ts';

/** Lying on the back or the front, and getting out of bed. */
export const bedFigures = {
  'back-sleeper': () => {
    const [u, bed] = [34, 92];
    const hip: Point = [176, bed - 0.58 * u];
    const body = sideView(hip, u, { lean: -90, nod: 22 });
    const ankle: Point = [292, bed - 0.24 * u];
    const knee = bend(hip, ankle, 1.95 * u, 1.8 * u, -1);
    const elbow = body.at(-0.1, -0.75);
    return figure(
      'Lie on your back with one pillow under your head and one under your knees',
      [
        mattress(8, bed, 304),
        solid(box(34, bed - 17, 62, 16, 8), accent),
        solid(
          `M206,${bed - 1}C210,${bed - 30} 226,${knee[1] + 12} 238,${knee[1] + 12}C252,${knee[1] + 12} 266,${bed - 30} 274,${bed - 1}Z`,
          accent,
        ),
        layer(
          [
            { d: body.torso, fill: cloth },
            ...leg([hip, knee, ankle], u),
            foot(ankle, u, -84, skin),
            profile(body.centre, u, body.turn),
          ],
          { gap: 2 },
        ),
        body.clothes,
        restingArm([body.shoulder, elbow, body.at(0.34, 0.3)], u, -8),
      ],
      320,
      128,
    );
  },

  'front-sleeper': () => {
    const [u, bed] = [32, 92];
    const hip: Point = [156, bed - 0.86 * u];
    const body = sideView(hip, u, { lean: 95 });
    const centre = body.at(0.02, -3.24);
    const [knee, ankle]: [Point, Point] = [
      [hip[0] - 1.95 * u, bed - 0.42 * u],
      [hip[0] - 3.7 * u, bed - 0.34 * u],
    ];
    const elbow: Point = [body.shoulder[0] + 0.75 * u, bed - 0.2 * u];
    return figure(
      'Lie on your front with a thin pillow under your belly and a thin one under your head',
      [
        mattress(8, bed, 304),
        solid(box(140, bed - 13, 74, 12, 6), accent),
        solid(box(236, bed - 11, 66, 10, 5), accent),
        layer(
          [
            { d: body.torso, fill: cloth },
            ...leg([hip, knee, ankle], u),
            foot(ankle, u, 152, skin),
            ...head(centre, u, 90),
          ],
          { gap: 2 },
        ),
        body.clothes,
        restingArm([body.shoulder, elbow, [elbow[0] + 0.6 * u, bed - 0.3 * u]], u, 0),
      ],
      320,
      128,
    );
  },

  'log-roll': () =>
    figure('Get out of bed: bend your knees, roll onto your side, push up with your arms, sit', [
      kneesBent(),
      onSide(),
      pushUp(),
      sitUp(),
      ...([1, 2, 3, 4] as const).map((step) => badge(step, [step % 2 === 1 ? 17 : 181, step < 3 ? 17 : 141])),
    ]),
} as const;

const size = 20;

function mattress(x: number, top: number, width: number, height = 30): string {
  return (
    solid(box(x, top, width, height, 8), prop) +
    stroke(`M${x + 16},${top + height / 2}H${x + width - 14}`, 2.2, ink, 0, '1 8')
  );
}

function restingArm(joints: Joints, u: number, turn: number): string {
  const [shoulder, elbow, wrist] = joints;
  return (
    layer(
      [...arm(joints, u, skin, 0.84), ...sideHand(wrist, turn, u, 6), sleeve(shoulder, elbow, u, cloth, 0.5, 0.84)],
      { gap: 1.5 },
    ) + hem(shoulder, elbow, u, 0.5, 0.84)
  );
}

/** Step 1: on the back, knees bent, about to roll. */
function kneesBent(): string {
  const [u, bed] = [size, 88];
  const hip: Point = [92, bed - 0.52 * u];
  const body = sideView(hip, u, { lean: -90, nod: 8 });
  const ankle: Point = [126, bed - 0.22 * u];
  const knee = bend(hip, ankle, 1.95 * u, 1.8 * u, -1);
  return [
    mattress(4, bed, 150, 18),
    solid(box(8, bed - 10, 34, 9, 5), prop, 2.4),
    layer(
      [
        { d: body.torso, fill: cloth },
        ...leg([hip, knee, ankle], u),
        foot(ankle, u, 0, skin),
        profile(body.centre, u, body.turn),
      ],
      { gap: 1.5 },
    ),
    body.clothes,
    arrow(
      [52, 48],
      [
        [66, 24],
        [92, 24],
      ],
      [102, 34],
      { width: 4, size: 12 },
    ),
  ].join('');
}

/** Step 2: on the side, knees and shoulders turned as one. */
function onSide(): string {
  const [u, bed] = [size, 88];
  const neck: Point = [214, bed - 0.98 * u];
  const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
  const thigh = (y: number, drop: number): Joints => [at(2.72, y), at(3.35, drop), at(4.55, drop + 0.12)];
  const arms: Joints = [at(0.5, -0.5), at(1.2, 0.35), at(0.5, 0.78)];
  return [
    mattress(166, bed, 150, 18),
    solid(box(178, bed - 12, 34, 11, 5), prop, 2.4),
    layer([
      torso(neck, u, cloth, { form: 'short', turn: -90 }),
      ...leg(thigh(0.4, 0.62), u),
      ...leg(thigh(-0.38, 0.1), u),
      { d: limb(at(2.7, -0.38), 0.38 * u, at(2.7, 0.4), 0.38 * u), fill: trousers },
      ...head(at(-0.78, 0), u, -90),
    ]),
    layer(
      [...arm(arms, u, skin, 0.84), ...hand(arms[2], 200, u * 0.9), sleeve(arms[0], arms[1], u, cloth, 0.5, 0.84)],
      { gap: 1.5 },
    ),
    hem(arms[0], arms[1], u, 0.5, 0.84),
  ].join('');
}

/** Step 3: legs over the edge, arms push. */
function pushUp(): string {
  const [u, bed, floor] = [size, 196, 236];
  const turn = -48;
  const pelvis: Point = [104, bed - 0.3 * u];
  const neck = to(pelvis, turn - 90, 2.7 * u);
  const at = (x: number, y: number): Point => to(to(neck, turn + 90, y * u), turn, x * u);
  const push: Joints = [at(-0.78, 0.42), [neck[0] - 16, bed - 7], [neck[0] + 8, bed - 5]];
  const other: Joints = [at(0.74, 0.46), at(1.3, 1.75), at(0.35, 2)];
  return [
    mattress(4, bed, 150, 16),
    layer(
      [
        torso(neck, u, cloth, { form: 'short', turn }),
        ...hangingLegs(pelvis, u, floor),
        ...head(at(0, -0.78), u, turn),
      ],
      { gap: 1.5 },
    ),
    path(place('M-.2,-.06C-.1,.2 .24,.18 .28,-.06L.23,-.5L-.23,-.5Z', neck, u, turn), skin),
    layer([...arm(push, u, accent, 0.84), ...arm(other, u, accent, 0.84)], { gap: 1.5 }),
    arrow([58, 122], [[82, 106]], [110, 126], { width: 4, size: 12 }),
  ].join('');
}

/** Step 4: sitting on the edge. */
function sitUp(): string {
  const [u, bed, floor] = [size, 196, 236];
  const pelvis: Point = [246, bed - 0.3 * u];
  const neck: Point = [pelvis[0], pelvis[1] - 2.6 * u];
  const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
  const arms = [-1, 1].map((side): Joints => [at(side * 0.78, 0.42), at(side * 1.2, 1.7), at(side * 1.3, 2.75)]);
  return [
    mattress(166, bed, 150, 16),
    layer(
      [
        torso(neck, u, cloth, { form: 'short' }),
        ...arms.flatMap((joints) => [...arm(joints, u, skin), sleeve(joints[0], joints[1], u, cloth, 0.5)]),
        ...hangingLegs(pelvis, u, floor),
        ...head(at(0, -0.78), u),
      ],
      { gap: 1.5 },
    ),
  ].join('');
}

/** Both legs from the front, over the edge of the bed. */
function hangingLegs(pelvis: Point, u: number, floor: number) {
  return [-1, 1].flatMap((side) => {
    const [x, y] = pelvis;
    const ankle: Point = [x + side * 0.62 * u, floor - 0.24 * u];
    const joints = [
      [[x + side * 0.4 * u, y], 0.4 * u],
      [[x + side * 0.62 * u, y + 0.42 * u], 0.33 * u],
      [ankle, 0.19 * u],
    ] as const;
    return [footFront(ankle, u * 1.1), ...chain(joints, trousers)];
  });
}
