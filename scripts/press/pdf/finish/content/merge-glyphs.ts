import { formatNumber } from '../objects/format-object.ts';
import type { Font } from './font.ts';
import { fontSizeOf, numbersOf, resourceName, type Operation } from './operation.ts';

/** Operators after which the text position is the start of the line: what follows may start a run. */
const positioning = new Set(['BT', 'Tf', 'Tm', 'Td']);

/**
 * Joins glyphs into runs. Skia shows each glyph by itself, `3.2 0 Td <0041> Tj`; one `[<0041> -12 <0042>] TJ` (ISO 32000-1, 9.4.3)
 * says the same in a third of the bytes. Positions stay exact to a thousandth of the font size: what rounding
 * leaves over is carried on to the next glyph.
 */
export function mergeGlyphs(
  operations: readonly Operation[],
  fonts: ReadonlyMap<string, Font>,
): readonly Operation[] {
  const merged: Operation[] = [];
  let font: Font | null = null;
  let size = 1;
  let run: GlyphRun | null = null;
  /** How far the position that Td counts from has moved along since the last Td or Tm that was kept. */
  let moved = 0;
  const closeRun = (): void => {
    if (run) merged.push(run.toOperation());
    run = null;
  };
  for (const [index, operation] of operations.entries()) {
    const { operator } = operation;
    if (operator === 'Td') {
      const [x = 0, y = 0] = numbersOf(operation);
      if (run && y === 0 && operations[index + 1]?.operator === 'Tj') {
        run.moveTo(moved + x);
        moved += x;
        continue;
      }
      closeRun();
      merged.push({ operator, source: `${formatNumber(moved + x)} ${formatNumber(y)}` });
      moved = 0;
    } else if (operator === 'Tj') {
      const advance = font ? advanceOf(font, operation.source, size) : null;
      const previous = operations[index - 1]?.operator ?? '';
      if (advance === null || !positioning.has(previous)) {
        closeRun();
        merged.push(operation);
      } else {
        run ??= new GlyphRun(size, moved);
        run.show(operation.source, advance);
      }
    } else {
      closeRun();
      if (operator === 'BT' || operator === 'Tm') moved = 0;
      if (operator === 'Tf') {
        font = fonts.get(resourceName(operation)) ?? null;
        size = fontSizeOf(operation);
      }
      merged.push(operation);
    }
  }
  return merged;
}

/** Glyphs on one line; positions in text space, from the last kept line start. */
class GlyphRun {
  readonly #size: number;
  readonly #items: (string | number)[] = [];
  #pen: number;

  constructor(size: number, start: number) {
    this.#size = size;
    this.#pen = start;
  }

  moveTo(x: number): void {
    const adjustment = Math.round(((this.#pen - x) / this.#size) * 1000);
    if (adjustment === 0) return;
    this.#items.push(adjustment);
    this.#pen -= (adjustment * this.#size) / 1000;
  }

  show(operand: string, advance: number): void {
    const hex = operand.slice(1, -1);
    const last = this.#items.at(-1);
    if (typeof last === 'string') this.#items[this.#items.length - 1] = last + hex;
    else this.#items.push(hex);
    this.#pen += advance;
  }

  toOperation(): Operation {
    const items = this.#items.map((item) => (typeof item === 'string' ? `<${item}>` : String(item)));
    if (items.length === 1) return { operator: 'Tj', source: items.join('') };
    return { operator: 'TJ', source: `[${items.join('')}]` };
  }
}

/** How far a string moves the pen, in text space; null where the font's widths are unknown. */
function advanceOf(font: Font, operand: string, size: number): number | null {
  let advance = 0;
  for (const code of font.codesOf(operand)) {
    const width = font.widthOf(code);
    if (width === null) return null;
    advance += width;
  }
  return (advance * size) / 1000;
}
