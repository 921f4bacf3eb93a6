import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Publication } from '../../scripts/model.ts';
import { drawCover } from '../../scripts/press/epub/cover/draw-cover.ts';
import { letter } from '../../scripts/press/epub/cover/lettering.ts';
import { fitParagraph } from '../../scripts/press/epub/cover/paragraph.ts';
import { openTypeface } from '../../scripts/press/epub/cover/typeface.ts';
import { arabicBook, drawing, englishBook } from './publication.tsx';

describe('a cover', () => {
  let plain: Awaited<ReturnType<typeof pixelsOf>>;
  beforeAll(async () => {
    plain = await pixelsOf(englishBook());
  });

  test('is 1600 × 2400 px, and its title is dark on white', () => {
    const { pixels, info } = plain;
    expect([info.width, info.height]).toEqual([1600, 2400]);
    expect(darkBetween(pixels, 200, 900)).toBeGreaterThan(20_000);
  });

  test('starts at the right in Arabic', async () => {
    const { pixels } = await pixelsOf(arabicBook({ title: 'ألم', subtitle: null }));
    const columns = darkColumns(pixels, 200, 500);
    expect(1600 - Math.max(...columns)).toBeLessThan(150);
    expect(Math.min(...columns)).toBeGreaterThan(400);
  });

  test('says that nobody has reviewed the book', async () => {
    const reviewed = await pixelsOf(englishBook({ status: 'reviewed' }));
    expect(darkBetween(reviewed.pixels, 2215, 2400)).toBeLessThan(darkBetween(plain.pixels, 2215, 2400) / 1.5);
  });

  test('shows the first figure, not an icon before it', async () => {
    const book = englishBook();
    const other = new Map(book.assets).set('asset:shrug.svg', drawing('shrug.svg', '<rect width="320" height="240"/>'));
    const figure = await pixelsOf({ ...book, assets: other });
    const icon = new Map(book.assets).set('asset:icon.svg', drawing('icon.svg', '<rect width="320" height="240"/>'));
    expect(Buffer.compare((await pixelsOf({ ...book, assets: icon })).pixels, plain.pixels)).toBe(0);
    expect(darkBetween(figure.pixels, 1100, 2150)).toBeGreaterThan(darkBetween(plain.pixels, 1100, 2150) * 3);
  });

  test('is drawn in Latin even where the publication brings no font', () => {
    expect(drawCover(englishBook({ fonts: [] })).missing).toEqual([]);
  });

  test('may have a title of one letter', () => {
    expect(drawCover(englishBook({ title: 'I', subtitle: null })).missing).toEqual([]);
  });

  test('names the characters that no font has', () => {
    expect(drawCover(englishBook({ title: '上背痛 pain' })).missing).toEqual(['上', '痛', '背']);
  });
});

describe('a paragraph', () => {
  const typeface = openTypeface([], 400);
  const room = { width: 600, height: 300, maxLines: 3, sizes: [80, 40] } as const;

  test('is as large as its room lets it be', () => {
    expect(fitParagraph('Short', typeface, 'ltr', room).size).toBe(80);
    expect(
      fitParagraph('A title that is quite a bit longer than that one was, by far', typeface, 'ltr', room).size,
    ).toBeLessThan(80);
  });

  test('leaves no word alone on its last line', () => {
    const { lines, size } = fitParagraph('one two three four five six', typeface, 'ltr', { ...room, sizes: [60, 60] });
    expect(lines).toHaveLength(2);
    expect((lines[1]?.width ?? 0) * size).toBeGreaterThan(200);
  });

  test('is cut with an ellipsis where nothing helps', () => {
    const { lines, size, height } = fitParagraph('Donaudampfschiff'.repeat(40), typeface, 'ltr', room);
    expect(size).toBe(40);
    expect(lines).toHaveLength(3);
    expect(height).toBeLessThanOrEqual(300);
  });
});

test('Arabic letters join: a word is narrower than its letters apart', () => {
  const typeface = openTypeface(arabicBook().fonts, 700);
  const apart = [...'الظهر'].reduce((sum, character) => sum + letter(character, typeface, 'rtl').width, 0);
  expect(letter('الظهر', typeface, 'rtl').width).toBeLessThan(apart * 0.9);
});

async function pixelsOf(publication: Publication) {
  const { data, info } = await sharp(drawCover(publication).bytes)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, info };
}

function darkBetween(pixels: Buffer, top: number, bottom: number): number {
  return pixels.subarray(top * 1600, bottom * 1600).reduce((count, value) => count + (value < 100 ? 1 : 0), 0);
}

function darkColumns(pixels: Buffer, top: number, bottom: number): number[] {
  const columns = new Set<number>();
  pixels.subarray(top * 1600, bottom * 1600).forEach((value, index) => {
    if (value < 60) columns.add(index % 1600);
  });
  return [...columns];
}
