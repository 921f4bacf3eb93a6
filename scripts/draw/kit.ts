import { angleOf, limb, mix, num, to, xy } from './geometry.ts';
import type { Point } from './geometry.ts';
import { shorten } from './shorten.ts';

/*
 * Ink on paper: functions that return SVG text. A shape is a closed path and its fill. A layer draws several
 * shapes as one silhouette: a white gap, one dark outline, then the fills.
 */

/** A closed path and what it is filled with. */
export interface Shape {
  readonly d: string;
  readonly fill: string;
}

export const ink = '#22303a';
export const skin = '#d9dde1';
export const cloth = '#f6f7f8';
export const trousers = '#aeb8bf';
export const prop = '#eceff1';
export const white = '#fff';
/** What moves or is to be changed; the build swaps it for a clinic's colour. */
export const accent = '#0b6e8a';

/** Width of every outline, outside the shape. */
export const line = 3.2;

/** A path, filled, with a stroke if one is named. */
export function path(d: string, fill: string, stroke = '', width = line, more = ''): string {
  const outline = stroke === '' ? '' : ` stroke="${stroke}" stroke-width="${num(width)}"`;
  return `<path d="${d}" fill="${fill}"${outline}${more}/>`;
}

/** An open line; `gap` is the white gap beneath it. */
export function stroke(d: string, width = line, colour = ink, gap = 0, dash = ''): string {
  const beneath = gap > 0 ? path(d, 'none', white, width + gap * 2) : '';
  return beneath + path(d, 'none', colour, width, dash === '' ? '' : ` stroke-dasharray="${dash}"`);
}

/** Shapes as one silhouette; `gap` is the white gap that parts it from what it crosses. */
export function layer(
  shapes: readonly Shape[],
  { gap = 0, width = line }: { gap?: number; width?: number } = {},
): string {
  const all = shapes.map(({ d }) => d).join('');
  const around = gap > 0 ? path(all, white, white, 2 * (width + gap)) : '';
  return around + path(all, ink, ink, 2 * width) + fills(shapes);
}

/** A white gap under shapes whose layer holds more than them: put it before that layer. */
export function halo(shapes: readonly Shape[]): string {
  return path(shapes.map(({ d }) => d).join(''), white, white, 2 * (line + 2));
}

/** Fills alone: what opens a joint between two layers. */
export function fills(shapes: readonly Shape[]): string {
  let svg = '';
  let open = '';
  for (const { d, fill } of shapes) {
    if (fill !== open) svg += `${open === '' ? '' : '</g>'}<g fill="${fill}">`;
    open = fill;
    svg += `<path d="${d}"/>`;
  }
  return open === '' ? svg : `${svg}</g>`;
}

/** One closed shape with its own outline; `gap` is the white gap around it. */
export function solid(d: string, fill = prop, width = line, gap = 0): string {
  return (gap > 0 ? path(d, white, white, width + gap * 2) : '') + path(d, fill, ink, width);
}

/** A circle, with an outline if a colour is named. */
export function circle([cx, cy]: Point, radius: number, fill: string, colour = '', width = line): string {
  const outline = colour === '' ? '' : ` stroke="${colour}" stroke-width="${num(width)}"`;
  return `<circle cx="${num(cx)}" cy="${num(cy)}" r="${num(radius)}" fill="${fill}"${outline}/>`;
}

/** Capsules end to end: the radius of each joint stands with its point. */
export function chain(joints: readonly (readonly [Point, number])[], fill: string): readonly Shape[] {
  return joints.flatMap(([point, radius], index) => {
    const before = joints[index - 1];
    return before === undefined ? [] : [{ d: limb(before[0], before[1], point, radius), fill }];
  });
}

/** An arrow with a solid head, straight or along a curve's handles. */
export function arrow(
  from: Point,
  handles: readonly [] | readonly [Point] | readonly [Point, Point],
  tip: Point,
  { colour = accent, width = 5, size = 15 }: { colour?: string; width?: number; size?: number } = {},
): string {
  const turn = angleOf(handles.at(-1) ?? from, tip);
  const body = [...handles, to(tip, turn + 180, size - 1)].map(xy).join(' ');
  const d = `M${xy(from)}${'LQC'.charAt(handles.length)}${body}`;
  const base = to(tip, turn + 180, size);
  const wing = (side: number) => xy(to(base, turn + side, size * 0.56));
  const head = `M${xy(tip)}L${wing(90)}L${wing(-90)}Z`;
  const gap = path(d, 'none', white, width + 5) + path(head, white, white, 5);
  return gap + path(d, 'none', colour, width) + path(head, colour, colour, 1.2);
}

/** An arrow with a head at both ends. */
export function arrowBothWays(a: Point, b: Point): string {
  const middle = mix(a, b);
  const shaft = (t: number) => `M${xy(mix(a, b, t))}L${xy(mix(a, b, 1 - t))}`;
  const heads = arrow(middle, [], a, { size: 14 }) + arrow(middle, [], b, { size: 14 });
  return path(shaft(0.3), 'none', white, 10) + heads + path(shaft(0.35), 'none', accent, 5);
}

/** The parts as an SVG file with a name for whoever opens it alone. */
export function figure(title: string, parts: readonly string[], width = 320, height = 240): string {
  const drawing = parts
    .join('')
    .replaceAll(' fill="none"', '')
    .replaceAll(` stroke-width="${line}"`, '')
    .replace(/ d="([^"]*)"/g, (_, d: string) => ` d="${shorten(d)}"`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img"><title>${title}</title>` +
    `<g fill="none" stroke-width="${line}" stroke-linecap="round" stroke-linejoin="round">${drawing}</g></svg>\n`
  );
}
