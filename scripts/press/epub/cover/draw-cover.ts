import { Resvg } from '@resvg/resvg-js';
import type { Element } from 'xast';
import type { Publication } from '../../../model.ts';
import { statusWords } from '../status-words.ts';
import { element, writeXml } from '../xml.ts';
import { contained, drawRings, mix, placeAt, placePicture } from './art.ts';
import { findPicture } from './find-picture.ts';
import { fitParagraph, type Paragraph, type Room } from './paragraph.ts';
import { openTypeface, type Typeface } from './typeface.ts';

/** A finished cover. */
export interface Cover {
  /** PNG, 1600 × 2400 px. */
  readonly bytes: Uint8Array;
  /** Characters that no font at hand could draw. */
  readonly missing: readonly string[];
}

/**
 * Draws a book's cover: kind, title, promise, the first figure, publisher and status. The words are outlines from the
 * font files, since resvg reads no woff2 and, without a font, draws nothing and says nothing.
 * Throws where fonts had all characters and still no word can be seen.
 */
export function drawCover(publication: Publication): Cover {
  const bold = openTypeface(publication.fonts, 700);
  const regular = openTypeface(publication.fonts, 400);
  const { title, publisher, subtitle, words } = publication;
  const missing = [
    ...missingIn(`${title}${publisher}`, bold),
    ...missingIn(`${words.wholeGuide}${subtitle ?? ''}${statusWords(publication)}`, regular),
  ];
  const { svg, wordsEnd } = compose(publication, bold, regular);
  const image = new Resvg(writeXml(svg), { font: { loadSystemFonts: false } }).render();
  const rows = image.pixels.subarray(grid.words * page.width * 4, Math.round(wordsEnd) * page.width * 4);
  const dark = countDark(rows);
  // Even a title of one letter has a few thousand.
  if (missing.length === 0 && dark < 500) throw new Error(`Expected letters on the cover, got ${dark} dark pixels`);
  return { bytes: image.asPng(), missing: [...new Set(missing)].sort() };
}

const page = { width: 1600, height: 2400 } as const;
/** Lengths in px: a bar at the top, words, art down to the foot, which opens with a rule. */
const grid = { bar: 64, margin: 130, words: 176, gap: 60, foot: 2200, rule: 10 } as const;
const measure = page.width - 2 * grid.margin;
const colours = { paper: '#ffffff', ink: '#1b1b1b', soft: '#454545' } as const;
/** A logo in the foot, px. */
const logoRoom = { width: 260, height: 120, gap: 30 } as const;

function compose(publication: Publication, bold: Typeface, regular: Typeface): { svg: Element; wordsEnd: number } {
  const { direction, title, subtitle, publisher, words } = publication;
  const fit = (text: string, typeface: Typeface, room: Partial<Room>) =>
    fitParagraph(text, typeface, direction, { width: measure, height: 760, maxLines: 1, sizes: [60, 36], ...room });
  const start = direction === 'ltr' ? 'left' : 'right';
  const end = direction === 'ltr' ? 'right' : 'left';

  const drawn: Element[] = [];
  let y: number = grid.words;
  for (const { paragraph, fill } of [
    { paragraph: fit(words.wholeGuide, regular, {}), fill: colours.soft },
    { paragraph: fit(title, bold, { maxLines: 6, height: 560, sizes: [236, 80] }), fill: colours.ink },
    { paragraph: fit(subtitle ?? '', regular, { maxLines: 4, height: 420, sizes: [92, 56] }), fill: colours.ink },
  ]) {
    if (paragraph.lines.length === 0) continue;
    drawn.push(setParagraph(paragraph, y, start, fill));
    y += paragraph.height + grid.gap;
  }

  const picture = findPicture(publication);
  const area = { x: 0, y: y + grid.gap / 2, width: page.width, height: grid.foot - y - grid.gap / 2 };
  const middle = (grid.foot + grid.rule + page.height) / 2;
  const foot = { height: 140, maxLines: 2, sizes: [56, 32] } as const;
  const logo = publication.brand.logo === null ? null : (publication.assets.get(publication.brand.logo) ?? null);
  const shown = logo && contained(logo, logoRoom);
  const inset = shown ? shown.width + logoRoom.gap : 0;
  const feet = [
    { paragraph: fit(publisher, bold, { ...foot, width: measure * 0.42 - inset }), side: start, inset },
    { paragraph: fit(statusWords(publication), regular, { ...foot, width: measure * 0.54 }), side: end, inset: 0 },
  ] as const;
  const { brand, brandTint } = publication.brand.colours;
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: String(page.width), height: String(page.height) },
    band(0, page.height, colours.paper),
    picture ? placePicture(picture, area) : drawRings(area, direction, [brandTint, mix(brandTint, brand, 0.15), brand]),
    band(0, grid.bar, brand),
    band(grid.foot, page.height - grid.foot, brandTint),
    band(grid.foot, grid.rule, brand),
    logo &&
      shown &&
      placeAt(logo, {
        ...shown,
        x: start === 'left' ? grid.margin : page.width - grid.margin - shown.width,
        y: middle - shown.height / 2,
      }),
    drawn,
    feet.map(({ paragraph, side, inset }) =>
      setParagraph(paragraph, middle - paragraph.height / 2, side, colours.ink, inset),
    ),
  );
  return { svg, wordsEnd: y };
}

function setParagraph(paragraph: Paragraph, top: number, side: 'left' | 'right', fill: string, inset = 0): Element {
  const { lines, size, pitch } = paragraph;
  const baseline = top + (lines[0]?.top ?? 0) * size;
  const outlines = lines.map((line, index) => {
    const x = side === 'left' ? grid.margin + inset : page.width - grid.margin - inset - line.width * size;
    return line.draw(x, baseline + index * pitch, size);
  });
  return element('path', { fill, d: outlines.join('') });
}

function band(y: number, height: number, fill: string): Element {
  return element('rect', { y: String(y), width: String(page.width), height: String(height), fill });
}

function missingIn(text: string, typeface: Typeface): readonly string[] {
  return [...text].filter((character) => !/[\s\p{C}]/u.test(character) && typeface.faceFor(character) === null);
}

/** How many of these RGBA pixels are near black. */
function countDark(pixels: Uint8Array): number {
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 96) dark += 1;
  return dark;
}
