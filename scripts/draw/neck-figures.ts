import { arm, head, hem, sleeve, torso } from './body.ts';
import type { Joints } from './body.ts';
import { place, placePoint, to, warp } from './geometry.ts';
import type { Point } from './geometry.ts';
import { arrow, cloth, figure, ink, layer, path, skin, stroke } from './kit.ts';
import { profile, sideView } from './side-view.ts';

/** Moves of the neck, sitting tall. */
export const neckFigures = {
  'neck-turn': () =>
    bustFigure('Sit tall and turn your head slowly to look over one shoulder', [
      bust(),
      path(neckSkin, skin),
      collar,
      layer([profile([bustNeck[0] + 4, bustNeck[1] - 0.8 * bustUnit], bustUnit)], { gap: 2 }),
      arrow(
        [96, 52],
        [
          [120, 8],
          [196, 4],
        ],
        [234, 44],
      ),
    ]),

  'ear-to-shoulder': () => {
    const lean = 26;
    const [x, y] = bustNeck;
    const tip = (d: string) =>
      warp(d, (point) => placePoint([point[0] - x, point[1] - y], bustNeck, 1, lean * share(y - point[1])));
    const centre = to(bustNeck, lean - 90, 0.74 * bustUnit);
    return bustFigure('Sit tall and tip one ear towards the shoulder', [
      bust(tip),
      path(tip(neckSkin), skin),
      collar,
      layer(head(centre, bustUnit, lean), { gap: 2 }),
      arrow(
        [116, 30],
        [
          [158, -4],
          [232, 4],
        ],
        [252, 70],
      ),
    ]);
  },

  'chin-glide': () => {
    const [hip, u]: [Point, number] = [[138, 250], 66];
    const body = sideView(hip, u);
    const centre = body.at(0.02, -3.08);
    const before: Point = [centre[0] + 0.46 * u, centre[1] + 0.02 * u];
    const elbow = to(body.shoulder, 86, 1.42 * u);
    const joints: Joints = [body.shoulder, elbow, to(elbow, 60, 1.2 * u)];
    return bustFigure('Sit tall and glide your chin straight back', [
      stroke(profile(before, u).d, 2.6, ink, 0, '1 7'),
      layer([{ d: body.torso, fill: cloth }], { gap: 2 }),
      body.clothes,
      layer([profile(centre, u)]),
      layer([...arm(joints, u, skin, 0.84), sleeve(joints[0], elbow, u, cloth, 0.55, 0.84)], { gap: 2 }),
      hem(joints[0], elbow, u, 0.55, 0.84),
      arrow([before[0] + 1.35 * u, centre[1] + 8], [], [before[0] + 0.62 * u, centre[1] + 8]),
    ]);
  },
} as const;

const bustNeck: Point = [160, 122];
const bustUnit = 74;

/** How far up the neck a place is that lies `height` above its base: 0 to 1. */
function share(height: number): number {
  return Math.max(0, Math.min(1, height / (0.5 * bustUnit)));
}

const collarLine = 'M-.27,-.1C-.2,.19 .2,.19 .27,-.1';
const neckSkin = place(`${collarLine}L.22,-.5L-.22,-.5Z`, bustNeck, bustUnit);
const collar = stroke(place(collarLine, bustNeck, bustUnit), 2.6);

/** A figure that ends below the chest. */
function bustFigure(title: string, parts: readonly string[]): string {
  return figure(title, parts, 320, 196);
}

/** Shoulders and arms from the front, the neck bent by `tip`; the head is the figure's own. */
function bust(tip = (d: string) => d): string {
  const at = (x: number, y: number): Point => [bustNeck[0] + x * bustUnit, bustNeck[1] + y * bustUnit];
  const arms = [-1, 1].map((side): Joints => [at(side * 0.78, 0.42), at(side * 1.1, 1.8), at(side * 1.1, 3)]);
  return [
    layer([
      { d: tip(torso(bustNeck, bustUnit).d), fill: cloth },
      ...arms.flatMap((joints) => [...arm(joints, bustUnit), sleeve(joints[0], joints[1], bustUnit, cloth, 0.6)]),
    ]),
    ...arms.map(([shoulder, elbow]) => hem(shoulder, elbow, bustUnit, 0.6)),
  ].join('');
}
