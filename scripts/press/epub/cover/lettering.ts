import type { Font as Face, Path } from 'fontkit';
import type { Direction } from '../../../model.ts';
import { orderRuns, type Run } from './bidi.ts';
import type { Typeface } from './typeface.ts';

/** A line of text as outlines. Lengths in em, y upwards from the baseline, x from the line's left end. */
export interface Lettering {
  readonly width: number;
  /** Highest and lowest point of the ink. */
  readonly top: number;
  readonly bottom: number;
  /** SVG path data of the line at `size`, its left end at `x` and its baseline at `y`, in px. */
  readonly draw: (x: number, y: number, size: number) => string;
}

/** Shapes a line: joined letters, ligatures, marks and right-to-left order come from the font's own tables. */
export function letter(line: string, typeface: Typeface, direction: Direction): Lettering {
  const glyphs: Glyph[] = [];
  let width = 0;
  for (const run of orderRuns(line, direction).flatMap((run) => splitByFace(run, typeface))) {
    const em = run.face.unitsPerEm;
    const tracking = latin.test(run.text) ? -0.012 : 0;
    const shaped = run.face.layout(run.text, undefined, undefined, undefined, run.direction);
    for (const [index, { path }] of shaped.glyphs.entries()) {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = shaped.positions[index] ?? {};
      glyphs.push({ path, em, x: width + xOffset / em, y: yOffset / em });
      width += xAdvance / em + tracking;
    }
  }
  const inked = glyphs.filter(({ path }) => path.commands.length > 0);
  return {
    width,
    top: Math.max(0, ...inked.map(({ path, em, y }) => path.bbox.maxY / em + y)),
    bottom: Math.min(0, ...inked.map(({ path, em, y }) => path.bbox.minY / em + y)),
    draw: (x, y, size) => inked.map((glyph) => outline(glyph, x, y, size)).join(''),
  };
}

interface Glyph {
  readonly path: Path;
  readonly em: number;
  readonly x: number;
  readonly y: number;
}

function outline({ path, em, x, y }: Glyph, left: number, baseline: number, size: number): string {
  const scale = size / em;
  return path.transform(scale, 0, 0, -scale, left + x * size, baseline - y * size).toSVG();
}

interface FacedRun extends Run {
  readonly face: Face;
}

/** Letters of one font each, left to right; marks stay with their letter, and what no font has is left out. */
function splitByFace({ text, direction }: Run, typeface: Typeface): readonly FacedRun[] {
  const runs: FacedRun[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const stays = /[\p{M}\u200C\u200D\s]/u.test(character) && last !== undefined;
    const face = stays && has(last.face, character) ? last.face : typeface.faceFor(character);
    if (face === null) continue;
    if (last?.face === face) runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ text: character, direction, face });
  }
  return direction === 'rtl' ? runs.reverse() : runs;
}

function has(face: Face, character: string): boolean {
  return face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** Joined scripts must not be spaced; big Latin letters look better a little closer. */
const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]+$/u;
