import { arm, hand, head, heads, hem, sleeve, torso } from './body.ts';
import type { Joints } from './body.ts';
import { backView, shoulderBlades } from './back-view.ts';
import { angleOf, bend, limb, mix, place, to } from './geometry.ts';
import type { Point } from './geometry.ts';
import {
  accent,
  arrow,
  arrowBothWays,
  chain,
  cloth,
  figure,
  fills,
  halo,
  ink,
  layer,
  path,
  skin,
  stroke,
  white,
} from './kit.ts';
import { crossed, crossedStrip, hatch, spineDots } from './marks.ts';
import { ball, ground, wall } from './props.ts';
import { foot, profile, sideView } from './side-view.ts';
import { leg } from './body.ts';

/** How to press, and where not to. */
export const massageFigures = {
  'self-squeeze': () => {
    const [neck, u]: [Point, number] = [[150, 94], 70];
    const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
    const [shoulder, elbow, wrist]: Joints = [at(-0.76, 0.44), at(-0.3, 1.62), at(0.44, 0.58)];
    const rest: Joints = [at(0.78, 0.42), at(1.22, 1.8), at(1.1, 3)];
    const turn = angleOf(elbow, wrist) + 8;
    const upperArm = mix(shoulder, elbow, 0.3);
    const reach = chain(
      [
        [upperArm, 0.23 * u],
        [elbow, heads.elbowRadius * u],
        [wrist, heads.wristRadius * u],
      ],
      accent,
    );
    const finger = (k: number) => path(place(`M.44,${k}L.66,${k * 0.85}`, wrist, u, turn), 'none', white, 2.2);
    return figure('Reach one hand across and squeeze the top of the other shoulder', [
      layer([torso(neck, u, cloth), ...arm(rest, u), sleeve(rest[0], rest[1], u)]),
      hem(rest[0], rest[1], u),
      path(place('M-.27,-.07C-.2,.2 .2,.2 .27,-.07L.23,-.5L-.23,-.5Z', neck, u), skin),
      stroke(place('M-.27,-.07C-.2,.22 .2,.22 .27,-.07', neck, u), 2.6),
      layer(head(at(0, -0.74), u)),
      layer([...reach, ...hand(wrist, turn, u, false, accent)], { gap: 3 }),
      layer([sleeve(shoulder, elbow, u, cloth, 0.5)]),
      fills([{ d: limb(shoulder, 0.28 * u, at(-0.5, 0.5), 0.26 * u), fill: cloth }]),
      ...[-0.1, 0, 0.1].map(finger),
      arrow(at(0.5, -0.36), [at(0.86, -0.26)], at(1.26, 0.08)),
    ]);
  },

  'wall-ball': () => {
    const [u, floor] = [30, 233];
    const hip: Point = [98, floor - 3.6 * u];
    const body = sideView(hip, u, { lean: -9, curve: 3, nod: 8 });
    const contact = body.at(-0.5, -1.75);
    const wallAt = contact[0] - 17;
    const legTo = (x: number) => {
      const ankle: Point = [x, floor - 0.22 * u];
      const knee = bend(hip, ankle, heads.thigh * u, heads.shin * u, -1);
      return [...leg([hip, knee, ankle], u), foot(ankle, u)];
    };
    const [far, near] = [legTo(140), legTo(124)];
    const wrist = body.at(0.5, -1.72);
    const elbow = bend(body.shoulder, wrist, 1.25 * u, u, 1);
    const fist = { d: limb(wrist, 0.12 * u, to(wrist, angleOf(elbow, wrist) + 10, 0.45 * u), 0.1 * u), fill: skin };
    const [neck, scale]: [Point, number] = [[242, 104], 46];
    const back = backView(neck, scale, 'straight');
    return figure('Stand with a ball between the wall and the muscle beside your shoulder blade', [
      wall(wallAt, 8, floor),
      ground(floor, wallAt, 166),
      layer(far),
      halo(near),
      layer([...near, { d: body.torso, fill: cloth }, profile(body.centre, u, body.turn)]),
      body.clothes,
      layer([
        ...arm([body.shoulder, elbow, wrist], u, skin, 0.84),
        fist,
        sleeve(body.shoulder, elbow, u, cloth, 0.55, 0.84),
      ]),
      hem(body.shoulder, elbow, u, 0.55, 0.84),
      ball([wallAt + 10, contact[1]], 8),
      arrowBothWays([wallAt - 24, contact[1] - 30], [wallAt - 24, contact[1] + 30]),
      back.svg,
      shoulderBlades(neck, scale, (d) => path(d, 'none', ink, 2.4)),
      crossedStrip(back.at(0, 0.15), back.at(0, 1.9), 5.4, 5, 2.4),
      ball(back.at(0.28, 0.75), 9),
    ]);
  },

  'partner-massage': () => {
    const [neck, u]: [Point, number] = [[160, 80], 59];
    const back = backView(neck, u);
    const oneHand = (side: number) => {
      const [wrist, elbow] = [back.at(side * 0.5, 2.02), back.at(side * 0.95, 3.3)];
      const turn = -90 - side * 14;
      const forearm = chain(
        [
          [elbow, 0.2 * u],
          [wrist, 0.14 * u],
        ],
        accent,
      );
      const finger = (k: number) => path(place(`M.5,${k}L.68,${k * 0.85}`, wrist, u, turn), 'none', white, 1.8);
      const palm = hand(wrist, turn, u * 1.02, side < 0, accent);
      return layer([...forearm, ...palm], { gap: 2.5 }) + [-0.09, 0, 0.09].map(finger).join('');
    };
    const edge = 'M.62,.52C.7,.7 .58,1 .46,1.17C.42,1.17 .39,1.15 .37,1.12';
    return figure('Glide up beside the spine, then out along the tops of the shoulders', [
      back.svg,
      stroke(place(edge, neck, u), 2.4),
      stroke(place(edge, neck, u, 180, true), 2.4),
      spineDots(neck, u),
      ...[1, -1].map(oneHand),
      ...[1, -1].map((side) => {
        const handles = [back.at(side * 0.14, 0.9), back.at(side * 0.04, 0.12)] as const;
        return arrow(back.at(side * 0.3, 1.2), handles, back.at(side * 0.95, 0.3));
      }),
    ]);
  },

  'where-not-to-press': () => {
    const [neck, u]: [Point, number] = [[90, 80], 54];
    const back = backView(neck, u, 'straight');
    const muscle =
      'M.16,.1L.34,.1C.48,.19 .6,.22 .72,.27C.74,.34 .72,.4 .66,.41C.55,.4 .45,.4 .4,.46' +
      'C.34,.7 .34,1.1 .38,1.42L.16,1.46Z';
    const muscles = [place(muscle, neck, u), place(muscle, neck, u, 180, true)];
    return figure('Where not to press: spine, low back under the ribs, front and sides of the neck', [
      back.svg,
      ...muscles.map((d) => path(d, white) + hatch(d, 9, 2.5)),
      crossedStrip(back.at(0, 0.12), back.at(0, 2.1), 6, 6, 2.4),
      crossed(back.at(0.42, 1.86), 13, 2.8),
      crossed(back.at(-0.42, 1.86), 13, 2.8),
      frontWithCrossedNeck([250, 112], 56),
    ]);
  },
} as const;

function frontWithCrossedNeck(neck: Point, u: number): string {
  const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
  const arms = [-1, 1].map((side): [Point, Point] => [at(side * 0.78, 0.42), at(side * 1.02, 2.6)]);
  const bare = arms.flatMap(([shoulder, elbow]) => [
    { d: limb(shoulder, 0.27 * u, elbow, 0.19 * u), fill: skin },
    sleeve(shoulder, elbow, u, cloth, 0.4),
  ]);
  return [
    layer([torso(neck, u, cloth), ...bare]),
    ...arms.map(([shoulder, elbow]) => hem(shoulder, elbow, u, 0.4)),
    path(place('M-.26,-.06C-.2,.2 .2,.2 .26,-.06L.23,-.5L-.23,-.5Z', neck, u), skin),
    stroke(place('M-.26,-.06C-.2,.22 .2,.22 .26,-.06', neck, u), 2.6),
    layer(head(at(0, -0.78), u)),
    crossedStrip(at(-0.19, -0.12), at(0.19, -0.12), 10, 2, 2.8),
  ].join('');
}
