import { arm, heads, hem, leg, sleeve } from './body.ts';
import { bend, to } from './geometry.ts';
import type { Point } from './geometry.ts';
import { accent, arrow, cloth, figure, halo, layer, skin } from './kit.ts';
import { badge } from './marks.ts';
import { chair, ground } from './props.ts';
import { foot, profile, sideHand, sideView } from './side-view.ts';
import type { SideView } from './side-view.ts';

/** Getting up and about. */
export const walkFigures = {
  walk: () => {
    const [u, floor] = [29.5, 234];
    const hip: Point = [150, floor - 3.8 * u];
    const body = sideView(hip, u, { lean: 3 });
    const [nearKnee, farKnee] = [to(hip, 66, heads.thigh * u), to(hip, 100, heads.thigh * u)];
    const [nearAnkle, farAnkle] = [to(nearKnee, 82, heads.shin * u), to(farKnee, 134, heads.shin * u)];
    return figure('Walk at an easy pace, arms swinging', [
      ground(floor, 40, 290),
      swingingArm(body, u, 66, 30, 14, 0),
      layer([...leg([hip, farKnee, farAnkle], u), foot(farAnkle, u, 40, accent)]),
      layer(
        [
          { d: body.torso, fill: cloth },
          ...leg([hip, nearKnee, nearAnkle], u),
          foot(nearAnkle, u, -8, accent),
          profile(body.centre, u, body.turn),
        ],
        { gap: 2 },
      ),
      body.clothes,
      swingingArm(body, u, 117, 84, -14, 2),
      arrow([222, 196], [], [290, 196]),
    ]);
  },

  'stand-up': () => {
    const floor = 234;
    return figure('Get up from your chair, then stand and walk about', [
      ground(floor, 14, 306),
      sitting(floor, 29),
      standing(floor, 29),
      arrow([140, 86], [[160, 62]], [188, 62]),
      badge(1, [26, 26]),
      badge(2, [290, 26]),
    ]);
  },
} as const;

/** One arm that hangs from the shoulder along `upper`, then `lower`; only the near one has a gap and a hem. */
function swingingArm(body: SideView, u: number, upper: number, lower: number, curl: number, gap: number): string {
  const elbow = to(body.shoulder, upper, heads.upperArm * u);
  const wrist = to(elbow, lower, heads.forearm * u);
  const shapes = [
    ...arm([body.shoulder, elbow, wrist], u, skin, 0.84),
    ...sideHand(wrist, lower, u, curl),
    sleeve(body.shoulder, elbow, u, cloth, 0.55, 0.84),
  ];
  return layer(shapes, { gap }) + (gap > 0 ? hem(body.shoulder, elbow, u, 0.55, 0.84) : '');
}

function sitting(floor: number, u: number): string {
  const knee: Point = [116, floor - 2.02 * u];
  const seat = knee[1] + 0.24 * u;
  const hip: Point = [knee[0] - heads.thigh * u, seat - 0.38 * u];
  const ankle: Point = [knee[0] + 1, floor - 0.22 * u];
  const body = sideView(hip, u);
  return [
    chair(hip[0] - 0.52 * u, seat + 3, 62, body.at(0, -1.75)[1], floor, 5),
    layer([
      { d: body.torso, fill: cloth },
      ...leg([hip, knee, ankle], u),
      foot(ankle, u),
      profile(body.centre, u, body.turn),
    ]),
    body.clothes,
    swingingArm(body, u, 80, 8, 8, 2),
  ].join('');
}

function standing(floor: number, u: number): string {
  const hip: Point = [222, floor - 3.86 * u];
  const body = sideView(hip, u, { lean: 2 });
  const [far, near] = [252, 214].map((x) => {
    const ankle: Point = [x, floor - 0.22 * u];
    const knee = bend(hip, ankle, heads.thigh * u, heads.shin * u, -1);
    return [...leg([hip, knee, ankle], u), foot(ankle, u, 0, accent)];
  });
  return [
    swingingArm(body, u, 72, 44, 12, 0),
    layer(far ?? []),
    halo(near ?? []),
    layer([...(near ?? []), { d: body.torso, fill: cloth }, profile(body.centre, u, body.turn)]),
    body.clothes,
    swingingArm(body, u, 108, 84, -12, 2),
  ].join('');
}
