import { angleOf, limb, place } from './geometry.ts';
import type { Point } from './geometry.ts';
import { arm, hand, head, heads, torso } from './body.ts';
import { layer, path, skin, stroke, trousers } from './kit.ts';
import type { Shape } from './kit.ts';

/** A person from the back, and the places on it. */
export interface BackView {
  /** The place `x` heads right of the spine and `y` heads below the base of the neck. */
  readonly at: (x: number, y: number) => Point;
  readonly svg: string;
}

/** Where the arms hang, in heads from the base of the neck, for the right arm. */
export interface HangingArms {
  readonly elbow: Point;
  readonly wrist: Point;
  readonly hands: boolean;
}

/** A bare back with the arms hanging; `neck` is the base of the neck, `u` the height of a head. */
export function backView(neck: Point, u: number, arms: HangingArms | 'straight' = relaxed): BackView {
  const at = (x: number, y: number): Point => [neck[0] + x * u, neck[1] + y * u];
  const mirrored = (side: number, [x, y]: Point) => at(side * x, y);
  const oneArm = (side: number): readonly Shape[] => {
    const shoulder = at(side * 0.78, 0.42);
    if (arms === 'straight')
      return [{ d: limb(shoulder, heads.shoulderRadius * u, at(side * 1.42, 3.3), 0.14 * u), fill: skin }];
    const [elbow, wrist] = [mirrored(side, arms.elbow), mirrored(side, arms.wrist)];
    const hands = arms.hands ? hand(wrist, angleOf(elbow, wrist), u, side < 0) : [];
    return [...arm([shoulder, elbow, wrist], u), ...hands];
  };
  const waist = stroke(place('M-.71,2.32C-.3,2.41 .3,2.41 .71,2.32', neck, u), 2.8);
  return {
    at,
    svg:
      layer([torso(neck, u), ...oneArm(-1), ...oneArm(1), ...head(at(0, -0.78), u)]) +
      path(place(hips, neck, u), trousers) +
      waist,
  };
}

/** Both shoulder blades, drawn by `draw`; `inwards` moves them towards the spine, in heads. */
export function shoulderBlades(neck: Point, u: number, draw: (d: string) => string, inwards = 0): string {
  const right = place(blade, [neck[0] - inwards * u, neck[1]], u);
  const left = place(blade, [neck[0] + inwards * u, neck[1]], u, 180, true);
  return draw(right) + draw(left);
}

const relaxed: HangingArms = { elbow: [1.22, 1.78], wrist: [1.42, 2.96], hands: false };

const blade = 'M.29,.4C.38,.32 .6,.3 .74,.36C.76,.6 .6,1 .46,1.17C.32,1.17 .26,.9 .26,.7C.26,.6 .27,.48 .29,.4Z';

const hips = 'M-.7,2.32C-.3,2.4 .3,2.4 .7,2.32C.78,2.6 .81,3 .81,3.9L-.81,3.9C-.81,3 -.78,2.6 -.7,2.32Z';
