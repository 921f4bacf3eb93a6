import { arm, footFront, hand, head, heads, hem, leg, sleeve, torso } from './body.ts';
import type { Joints } from './body.ts';
import { backView, shoulderBlades } from './back-view.ts';
import { box, limb, mix, place, to } from './geometry.ts';
import type { Point } from './geometry.ts';
import {
  accent,
  arrow,
  chain,
  cloth,
  figure,
  fills,
  ink,
  layer,
  path,
  prop,
  skin,
  stroke,
  trousers,
  white,
} from './kit.ts';
import { badge, spineDots } from './marks.ts';
import { chair, ground } from './props.ts';
import { foot, profile, sideView } from './side-view.ts';

/** Moves that are done in one place. */
export const exerciseFigures = {
  shrug: () =>
    figure('Lift both shoulders towards your ears, then let them down', [
      shrugPose([82, 96], 49, false),
      shrugPose([238, 96], 49, true),
      ...[-70, 70].map((x) => arrow([238 + x, 124], [], [238 + x, 78])),
      badge(1, [22, 26]),
      badge(2, [178, 26]),
    ]),

  'blade-squeeze': () => {
    const [neck, u]: [Point, number] = [[160, 80], 58];
    const back = backView(neck, u, { elbow: [1.32, 1.66], wrist: [1.42, 2.95], hands: false });
    return figure('Squeeze your shoulder blades together', [
      back.svg,
      shoulderBlades(neck, u, (d) => path(d, white, ink, 2.4, ' stroke-dasharray="1 5"')),
      shoulderBlades(neck, u, (d) => path(d, accent, ink, 2.6), 0.14),
      spineDots(neck, u),
      ...[1, -1].map((side) => arrow(back.at(side * 1.5, 0.85), [], back.at(side * 0.66, 0.85))),
    ]);
  },

  'chair-arch': () => {
    const [u, floor] = [35, 233];
    const knee: Point = [204, floor - 2.02 * u];
    const seat = knee[1] + 0.24 * u;
    const hip: Point = [knee[0] - heads.thigh * u, seat - 0.38 * u];
    const body = sideView(hip, u, { lean: -3, curve: -50, from: 1, nod: 8 });
    const ankle: Point = [knee[0] + 2, floor - 0.22 * u];
    const hold = body.at(-0.02, -2.92);
    const elbow = to(body.shoulder, -38, 1.2 * u);
    const top = body.at(-0.5, -1.25);
    const fingers = { d: limb(hold, 0.12 * u, body.at(-0.42, -3.1), 0.1 * u), fill: accent };
    return figure('Sit, hands behind your head, and arch your upper back over the chair back', [
      ground(floor, 70, 260),
      chair(top[0] + 6, seat + 3, 80, top[1] + 6, floor),
      layer([
        { d: body.torso, fill: cloth },
        ...leg([hip, knee, ankle], u),
        foot(ankle, u),
        profile(body.centre, u, body.turn),
      ]),
      body.clothes,
      layer(
        [
          ...arm([body.shoulder, elbow, hold], u, accent, 0.84),
          fingers,
          sleeve(body.shoulder, elbow, u, cloth, 0.45, 0.84),
        ],
        { gap: 2 },
      ),
      hem(body.shoulder, elbow, u, 0.45, 0.84),
      fills([{ d: limb(body.shoulder, 0.2 * u, body.at(0.12, -1.7), 0.24 * u), fill: cloth }]),
      arrow(
        [190, 52],
        [
          [170, 10],
          [110, -4],
        ],
        [66, 30],
      ),
    ]);
  },

  'open-book-turn': () => {
    const [neck, u, floor]: [Point, number, number] = [[122, 56], 37, 233];
    const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
    const [shoulder, elbow, wrist]: Joints = [at(0.78, 0.42), at(2.15, 0.5), at(3.32, 0.34)];
    const still: Joints = [at(-0.78, 0.42), at(-1.2, 1.76), at(-0.84, 2.6)];
    const opened = chain(
      [
        [mix(shoulder, elbow, 0.25), 0.25 * u],
        [elbow, heads.elbowRadius * u],
        [wrist, heads.wristRadius * u],
      ],
      accent,
    );
    const stoolLeg = (side: number) => ({
      d: limb(at(side * 0.9, 3), 3.5, [neck[0] + side * 1.15 * u, floor - 4], 3.5),
      fill: prop,
    });
    const seat = { d: box(neck[0] - 1.25 * u, neck[1] + 2.9 * u, 2.5 * u, 9, 4), fill: prop };
    return figure('Sit, open one arm out to the side, and turn your head and chest to follow it', [
      ground(floor, 40, 280),
      layer([stoolLeg(-1), stoolLeg(1), seat], { width: 2.8 }),
      layer([
        torso(neck, u, cloth, { form: 'short' }),
        { d: limb(at(-0.4, 2.66), 0.4 * u, at(0.4, 2.66), 0.4 * u), fill: trousers },
        ...opened,
        ...hand(wrist, -6, u, false, accent),
        sleeve(shoulder, elbow, u, cloth, 0.4),
      ]),
      hem(shoulder, elbow, u, 0.4),
      path(place(waist, neck, u), trousers),
      stroke(place('M-.69,2.28C-.3,2.36 .3,2.36 .69,2.28', neck, u), 2.6),
      layer([-1, 1].flatMap((side) => seatedLeg(at, u, floor, side))),
      path(place('M-.2,-.06C-.1,.2 .24,.18 .28,-.06L.23,-.5L-.23,-.5Z', neck, u), skin),
      stroke(place('M-.2,-.06C-.1,.2 .24,.18 .28,-.06', neck, u), 2.6),
      layer([profile(at(0.02, -0.78), u)]),
      layer([...arm(still, u), ...hand(still[2], 70, u, true), sleeve(still[0], still[1], u)], { gap: 2 }),
      hem(still[0], still[1], u),
      fills([{ d: limb(still[0], 0.27 * u, at(-0.5, 0.55), 0.28 * u), fill: cloth }]),
      arrow(at(0.5, 1.7), [at(1.4, 2.1), at(2.6, 1.9)], at(3.2, 1)),
    ]);
  },
} as const;

const waist = 'M-.7,2.28C-.3,2.36 .3,2.36 .7,2.28C.74,2.5 .78,2.6 .79,2.7L-.79,2.7C-.78,2.6 -.74,2.5 -.7,2.28Z';

function shrugPose(neck: Point, u: number, raised: boolean): string {
  const rise = raised ? -0.32 : 0;
  const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
  const arms = [-1, 1].map((side): Joints => [
    at(side * 0.78, 0.42 + rise),
    at(side * 1.1, 1.8 + rise),
    at(side * 1.16, 3.4 + rise),
  ]);
  const collar = raised ? 'M-.27,-.27C-.2,.02 .2,.02 .27,-.27' : 'M-.27,-.07C-.2,.22 .2,.22 .27,-.07';
  return [
    layer([
      torso(neck, u, cloth, { form: raised ? 'raised' : 'long' }),
      ...arms.flatMap((joints) => [...arm(joints, u), sleeve(joints[0], joints[1], u, accent, 0.5)]),
    ]),
    path(place(`${collar}L.22,-.55L-.22,-.55Z`, neck, u), skin),
    stroke(place(collar, neck, u), 2.6),
    ...arms.map(([shoulder, elbow]) => hem(shoulder, elbow, u, 0.5)),
    layer(head(at(0, -0.78), u)),
  ].join('');
}

/** A leg that points at the reader, drawn shorter. */
function seatedLeg(at: (x: number, y: number) => Point, u: number, floor: number, side: number) {
  const ankle: Point = [at(side * 0.8, 0)[0], floor - 0.24 * u];
  const joints = [
    [at(side * 0.42, 2.62), 0.38 * u],
    [at(side * 0.8, 2.98), 0.33 * u],
    [ankle, 0.19 * u],
  ] as const;
  return [footFront(ankle, u * 1.1), ...chain(joints, trousers)];
}
