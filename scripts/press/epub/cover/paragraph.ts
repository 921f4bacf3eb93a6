import type { Direction } from '../../../model.ts';
import { letter, type Lettering } from './lettering.ts';
import type { Typeface } from './typeface.ts';

/** Lines set at one size. Lengths in px. */
export interface Paragraph {
  readonly lines: readonly Lettering[];
  readonly size: number;
  /** From baseline to baseline. */
  readonly pitch: number;
  /** From the top of the first line's ink to the bottom of the last one's. */
  readonly height: number;
}

/** What a paragraph must fit into. Lengths in px. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly maxLines: number;
  readonly sizes: readonly [largest: number, smallest: number];
}

/** Sets text at the largest size that fits the room; what is too long even for the smallest ends in `…`. */
export function fitParagraph(text: string, typeface: Typeface, direction: Direction, room: Room): Paragraph {
  const [largest, smallest] = room.sizes;
  const shape = (line: string) => letter(line.trim(), typeface, direction);
  const pieces = text.split(breaks);
  for (let size = largest; size >= smallest; size -= 4) {
    const paragraph = measure(wrap(pieces, room.width / size, shape), size);
    if (fits(paragraph, room)) return balance(paragraph, room.width, (width) => wrap(pieces, width / size, shape));
  }
  return cut([...text], room, (letters) => measure(wrap(letters, room.width / smallest, shape), smallest));
}

/** The longest beginning that fits, found by halving. */
function cut(letters: readonly string[], room: Room, set: (letters: readonly string[]) => Paragraph): Paragraph {
  let fitting = set(['…']);
  // No script sets more than about four letters to the em.
  let longest = Math.min(letters.length, Math.ceil((room.maxLines * room.width * 4) / room.sizes[1]));
  for (let shortest = 1; shortest <= longest;) {
    const middle = Math.floor((shortest + longest) / 2);
    const paragraph = set([...letters.slice(0, middle), '…']);
    if (fits(paragraph, room)) {
      fitting = paragraph;
      shortest = middle + 1;
    } else {
      longest = middle - 1;
    }
  }
  return fitting;
}

/** After a space or hyphen, and before each letter of scripts that are written without spaces. */
const breaks = /(?<=[\s-])(?=\S)|(?<=\S)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?!ー)/u;

/** Fills lines in turn; a piece that is wider than a line stays so. Width in em. */
function wrap(pieces: readonly string[], width: number, shape: (line: string) => Lettering): readonly Lettering[] {
  const lines: Lettering[] = [];
  let text = '';
  for (const piece of pieces) {
    if (text !== '' && shape(text + piece).width > width) {
      lines.push(shape(text));
      text = '';
    }
    text += piece;
  }
  return text.trim() === '' ? lines : [...lines, shape(text)];
}

/** Narrows the lines as far as their number stays the same, so that no word is left alone on the last one. */
function balance(greedy: Paragraph, width: number, wrapTo: (width: number) => readonly Lettering[]): Paragraph {
  let paragraph = greedy;
  for (let narrower = width * 0.95; paragraph.lines.length > 1 && narrower > width / 2; narrower -= width * 0.05) {
    const next = measure(wrapTo(narrower), paragraph.size);
    if (next.lines.length > paragraph.lines.length || widest(next) > narrower) break;
    paragraph = next;
  }
  return paragraph;
}

function measure(lines: readonly Lettering[], size: number): Paragraph {
  const top = Math.max(...lines.map((line) => line.top));
  const bottom = Math.min(...lines.map((line) => line.bottom));
  const pitch = Math.max(1, top - bottom + 0.12) * size;
  const ink = ((lines[0]?.top ?? 0) - (lines.at(-1)?.bottom ?? 0)) * size;
  return { lines, size, pitch, height: ink + pitch * Math.max(0, lines.length - 1) };
}

function fits(paragraph: Paragraph, { maxLines, width, height }: Room): boolean {
  return paragraph.lines.length <= maxLines && widest(paragraph) <= width && paragraph.height <= height;
}

function widest({ lines, size }: Paragraph): number {
  return Math.max(0, ...lines.map(({ width }) => width * size));
}
