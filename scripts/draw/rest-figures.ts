import { arm, hand, head, heads, hem, leg, sleeve, torso } from './body.ts';
import type { Joints } from './body.ts';
import { add, box, limb, num, place, to, xy } from './geometry.ts';
import type { Point } from './geometry.ts';
import { accent, chain, cloth, figure, ink, layer, path, prop, skin, solid, stroke, trousers, white } from './kit.ts';
import type { Shape } from './kit.ts';
import { chair, ground } from './props.ts';
import { foot, profile, sideHand, sideView } from './side-view.ts';

/** Sitting at a desk and lying in bed. */
export const restFigures = {
  'desk-setup': () => {
    const [u, floor] = [36, 234];
    const knee: Point = [154, floor - 2.02 * u];
    const seat = knee[1] + 0.24 * u;
    const hip: Point = [knee[0] - heads.thigh * u, seat - 0.38 * u];
    const body = sideView(hip, u);
    const ankle: Point = [knee[0] + 1, floor - 0.22 * u];
    const elbow = to(body.shoulder, 84, heads.upperArm * u);
    const wrist = to(elbow, -4, heads.forearm * u);
    const desk = wrist[1] + 8;
    const eye = body.at(0.42, -3.24);
    const typing = [
      ...arm([body.shoulder, elbow, wrist], u, skin, 0.84),
      ...sideHand(wrist, -2, u, 6),
      sleeve(body.shoulder, elbow, u, cloth, 0.55, 0.84),
    ];
    return figure('Screen top at eye height on a stack, separate keyboard, elbows bent, feet flat', [
      ground(floor, 30, 306),
      chair(hip[0] - 0.52 * u, seat + 3, 70, body.at(0, -1.75)[1], floor, 5),
      table(desk, floor),
      laptopOnBooks(eye[1], desk),
      solid(box(150, desk - 5, 32, 4, 2), accent, 2.4),
      layer([{ d: body.torso, fill: cloth }, ...leg([hip, knee, ankle], u), foot(ankle, u), profile(body.centre, u)], {
        gap: 2,
      }),
      body.clothes,
      layer(typing, { gap: 2 }),
      hem(body.shoulder, elbow, u, 0.55, 0.84),
      stroke(`M${xy(add(eye, 10, 0))}H232`, 3.4, accent, 0, '1 7'),
    ]);
  },

  'side-sleeper': () => {
    const [u, bed] = [35, 134];
    const axis = bed - 0.96 * u;
    const neck: Point = [92, axis];
    const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
    const legThrough = (hip: Point, knee: Point, ankle: Point): readonly Shape[] => {
      const joints = [
        [hip, 0.4 * u],
        [knee, 0.27 * u],
        [ankle, 0.17 * u],
      ] as const;
      const bareFoot = { d: limb(ankle, 0.16 * u, add(ankle, 0.5 * u, 0), 0.13 * u), fill: skin };
      return [bareFoot, ...chain(joints, trousers)];
    };
    const reach: Joints = [at(0.52, -0.58), at(1.86, -0.4), at(2.8, -0.34)];
    return figure(
      'Lie on your side: one pillow fills the gap under your neck, one lies between your knees',
      [
        solid(box(8, bed, 304, 30, 8), prop),
        stroke(`M24,${bed + 15}H298`, 2.2, ink, 0, '1 8'),
        solid(headPillow(neck, bed, u), accent),
        layer(legThrough(at(2.7, 0.42), [238, bed - 0.27 * u - 2], [288, bed - 0.18 * u - 2])),
        solid(box(208, axis - 0.12 * u, 82, bed - 0.48 * u - axis, 9), accent),
        layer([
          torso(neck, u, cloth, { form: 'short', turn: -90 }),
          ...legThrough(at(2.7, -0.4), [238, axis - 0.42 * u], [288, axis - 0.38 * u]),
          { d: limb(at(2.7, -0.4), 0.4 * u, at(2.7, 0.4), 0.4 * u), fill: trousers },
          ...head(at(-0.78, 0), u, -90),
        ]),
        path(place(waist, neck, u, -90), trousers),
        stroke(place('M-.7,2.32C-.3,2.4 .3,2.4 .7,2.32', neck, u, -90), 2.6),
        layer(
          [
            ...arm(reach, u, skin, 0.84),
            ...hand(reach[2], 6, u * 0.9),
            sleeve(reach[0], reach[1], u, cloth, 0.5, 0.84),
          ],
          {
            gap: 1.5,
          },
        ),
        hem(reach[0], reach[1], u, 0.5, 0.84),
        stroke(`M${xy(at(-1.05, 0))}L${xy(at(2.2, 0))}`, 4, accent, 0, '0 9'),
      ],
      320,
      174,
    );
  },
} as const;

const waist = 'M-.7,2.32C-.3,2.4 .3,2.4 .7,2.32C.74,2.5 .78,2.6 .79,2.7L-.79,2.7C-.78,2.6 -.74,2.5 -.7,2.32Z';

function table(top: number, floor: number): string {
  const legAt = (x: number) => ({ d: limb([x, top + 6], 3.5, [x, floor - 4], 3.5), fill: prop });
  return layer([legAt(284), legAt(212), { d: box(152, top, 148, 7, 3), fill: prop }], { width: 2.8 });
}

/** A laptop whose screen ends at `eye`, on three books. */
function laptopOnBooks(eye: number, desk: number): string {
  const base = eye + 56;
  const height = (desk - base - 5) / 3;
  const books = [0, 1, 2].map((index) => {
    const inset = (index % 2) * 4;
    const spine = box(186 + inset, base + 4 + index * height, 52 - inset * 1.5, height, 2);
    return solid(spine, index % 2 === 0 ? skin : white, 2.6);
  });
  const laptop = [
    { d: limb([190, base], 2, [234, base], 2.4), fill: prop },
    { d: limb([234, base], 2.4, [242, eye + 3], 2.4), fill: accent },
  ];
  return books.join('') + layer(laptop, { width: 2.6 });
}

/** A pillow from the side that rises to the neck. */
function headPillow(neck: Point, bed: number, u: number): string {
  const at = (x: number, y: number) => `${num(neck[0] + x * u)},${num(y)}`;
  const under = (y: number) => neck[1] + y * u;
  return (
    `M${at(-1.9, bed - 11)}C${at(-1.95, bed - 24)} ${at(-1.4, bed - 20)} ${at(-0.85, under(0.44))}` +
    `C${at(-0.5, under(0.26))} ${at(-0.1, under(0.16))} ${at(0.03, under(0.34))}` +
    `C${at(0.1, under(0.6))} ${at(0.1, bed - 2)} ${at(-0.1, bed - 2)}L${at(-1.65, bed - 2)}` +
    `C${at(-1.85, bed - 2)} ${at(-1.9, bed - 5)} ${at(-1.9, bed - 11)}Z`
  );
}
