import { formatNumber } from '../objects/format-object.ts';
import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Name, Stream, dictionary, extend, type Dictionary, type Reference } from '../objects/pdf-object.ts';
import { textString } from '../objects/text-string.ts';
import type { CheckBox } from '../structure/take-check-boxes.ts';

/** The mark in a box of size 1: three points from its lower left corner. */
const tick = [
  [0.2, 0.52],
  [0.42, 0.25],
  [0.82, 0.8],
] as const;

/**
 * Turns link annotations into the widgets of check boxes (ISO 32000-1, 12.7.4.2.3), unticked, and gives the interactive form. The box
 * itself is part of the page; a widget only draws the tick, from paths, so no font is needed.
 */
export function writeCheckBoxes(
  file: PdfFile,
  checkBoxes: readonly CheckBox[],
  pages: readonly Reference[],
): Dictionary {
  const appearances = new Map<string, Dictionary>();
  const off = file.add(appearance(1, 1, ''));
  for (const { name, tooltip, page, annotation } of checkBoxes) {
    const link = required(file.dictionary(annotation), 'an annotation');
    const [left = 0, bottom = 0, right = 0, top = 0] = file
      .items(link.get('Rect'))
      .map((side) => file.number(side) ?? 0);
    const [width, height] = [round(right - left), round(top - bottom)];
    const size = `${width} ${height}`;
    const states = appearances.get(size) ?? dictionary({ Yes: file.add(ticked(width, height)), Off: off });
    appearances.set(size, states);
    file.set(
      annotation,
      extend(link, {
        A: undefined,
        Border: undefined,
        Subtype: new Name('Widget'),
        FT: new Name('Btn'),
        T: textString(name),
        TU: textString(tooltip),
        P: pages[page],
        AP: dictionary({ N: states }),
        AS: new Name('Off'),
        V: new Name('Off'),
      }),
    );
  }
  return dictionary({ Fields: checkBoxes.map(({ annotation }) => annotation) });
}

/** To a tenth of a point: boxes that look the same share an appearance, which is scaled to the box (12.5.5). */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function ticked(width: number, height: number): Stream {
  const size = Math.min(width, height);
  const points = tick.map(([x, y]) => {
    return `${formatNumber((width - size) / 2 + x * size)} ${formatNumber((height - size) / 2 + y * size)}`;
  });
  const [first, ...rest] = points;
  const path = `${first} m ${rest.map((point) => `${point} l `).join('')}S`;
  return appearance(width, height, `q 0 0 0 RG ${formatNumber(size * 0.13)} w 1 J 1 j ${path} Q\n`);
}

/** A form XObject (8.10). */
function appearance(width: number, height: number, content: string): Stream {
  const entries = dictionary({
    Type: new Name('XObject'),
    Subtype: new Name('Form'),
    BBox: [0, 0, width, height],
    Resources: dictionary({}),
  });
  return new Stream(entries, Buffer.from(content, 'latin1'));
}
