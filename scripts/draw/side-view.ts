import { limb, place, to, warp } from './geometry.ts';
import type { Point } from './geometry.ts';
import { path, prop, skin, stroke, trousers } from './kit.ts';
import type { Shape } from './kit.ts';

/*
 * A person from the side, looking right. As in `body.ts`, `u` is the height of a head.
 */

/** How a body from the side is bent, in degrees: minus is backwards. */
export interface Bend {
  /** Tips the whole body at the hip. */
  readonly lean?: number;
  /** Bends the chest, from `from` heads above the hip. */
  readonly curve?: number;
  readonly from?: number;
  /** Bends the neck. */
  readonly nod?: number;
}

/** A body from the side and the places on it that arms, legs and marks hang on. */
export interface SideView {
  /** The place `x` heads in front of the spine's axis and `y` heads below the hip, bent with the body. */
  readonly at: (x: number, y: number) => Point;
  readonly torso: string;
  /** Trousers and neck over the shirt, with waist and collar. */
  readonly clothes: string;
  readonly shoulder: Point;
  /** Middle of the head. */
  readonly centre: Point;
  /** Turn of the head. */
  readonly turn: number;
}

/** Stands or seats a body by its hip. */
export function sideView(hip: Point, u: number, bend: Bend = {}): SideView {
  const { lean = 0, curve = 0, from = 0.7, nod = 0 } = bend;
  const turnAt = (s: number) => lean + curve * clamp((s - from) / (2.2 - from)) + nod * clamp((s - 2.2) / 0.6);
  const at = (x: number, y: number): Point => {
    const spine = spineAt(-y, turnAt);
    return to([hip[0] + spine[0] * u, hip[1] + spine[1] * u], turnAt(-y), x * u);
  };
  const bent = (d: string) => warp(d, ([x, y]) => at(x, y));
  const waistAndCollar = 'M-.42,-.5C-.2,-.4 .2,-.4 .41,-.48M-.24,-2.42C-.1,-2.26 .1,-2.2 .25,-2.36';
  return {
    at,
    torso: bent(torsoOutline),
    clothes:
      path(bent(hipsOutline), trousers, trousers, 1) +
      path(bent(neckOutline), skin) +
      stroke(bent(waistAndCollar), 2.4),
    shoulder: at(-0.02, -2.02),
    centre: at(0.1, -3.2),
    turn: turnAt(3.2),
  };
}

/** Head from the side. */
export function profile(centre: Point, u: number, turn = 0): Shape {
  return { d: place(headOutline, centre, u, turn), fill: skin };
}

/** Hand from its edge, a little curved: plus curls it down. */
export function sideHand(wrist: Point, turn: number, u: number, curl: number): readonly Shape[] {
  const knuckle = to(wrist, turn + curl / 2, 0.36 * u);
  const tip = to(knuckle, turn + curl * 1.8, 0.28 * u);
  const thumb = to(wrist, turn - curl * 1.2, 0.36 * u);
  return [
    { d: limb(to(wrist, turn, 0.1 * u), 0.1 * u, thumb, 0.065 * u), fill: skin },
    { d: limb(wrist, 0.125 * u, knuckle, 0.13 * u), fill: skin },
    { d: limb(knuckle, 0.13 * u, tip, 0.085 * u), fill: skin },
  ];
}

/** Foot from the side; `ankle` lies 0.22 heads above the floor. */
export function foot(ankle: Point, u: number, turn = 0, fill = prop): Shape {
  const outline = 'M-.18,-.12C-.26,0 -.3,.2 -.2,.22L.56,.22C.7,.22 .7,.09 .58,.05C.4,.01 .25,-.05 .17,-.14Z';
  return { d: place(outline, ankle, u, turn), fill };
}

const headOutline =
  'M-.42,-.06C-.42,-.34 -.22,-.5 .02,-.5C.24,-.5 .37,-.36 .38,-.2C.38,-.12 .37,-.1 .38,-.06C.41,.01 .47,.07 .47,.1' +
  'C.47,.14 .42,.14 .4,.16C.39,.2 .41,.24 .39,.29C.4,.37 .37,.46 .26,.47C.15,.47 .06,.42 0,.34' +
  'C-.1,.34 -.42,.26 -.42,-.06Z';

const torsoOutline =
  'M-.18,-2.8C-.18,-2.58 -.22,-2.46 -.3,-2.34C-.48,-2.12 -.52,-1.8 -.48,-1.5C-.44,-1.2 -.34,-1 -.34,-.75' +
  'C-.35,-.5 -.52,-.3 -.5,0C-.5,.28 -.25,.4 0,.4C.27,.4 .42,.2 .42,-.05C.42,-.4 .4,-.7 .42,-1' +
  'C.44,-1.3 .53,-1.5 .5,-1.78C.47,-2.08 .32,-2.22 .25,-2.36C.2,-2.46 .19,-2.52 .18,-2.64Z';

const hipsOutline =
  'M-.42,-.5C-.2,-.4 .2,-.4 .41,-.48C.42,-.3 .42,-.15 .42,-.05C.42,.2 .27,.4 0,.4C-.25,.4 -.5,.28 -.5,0' +
  'C-.5,-.2 -.46,-.36 -.42,-.5Z';

const neckOutline =
  'M-.18,-2.8C-.18,-2.6 -.2,-2.5 -.24,-2.42C-.1,-2.26 .1,-2.2 .25,-2.36C.2,-2.46 .19,-2.52 .18,-2.64Z';

/** The bent axis `length` heads above the hip: 24 short straight pieces are smooth enough to the eye. */
function spineAt(length: number, turnAt: (s: number) => number): Point {
  const pieces = 24;
  return Array.from({ length: pieces }, (_, index) => turnAt((length * (index + 0.5)) / pieces)).reduce<Point>(
    (point, turn) => to(point, turn - 90, length / pieces),
    [0, 0],
  );
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
