import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { qpdfProblems, readCheckBoxes, readFonts, readPdfInfo } from './pdf-facts.ts';
import { productsWith } from './products.ts';
import { requireTools } from './require-tools.ts';

const products = productsWith('pdf');
const checklists = products.filter(({ edition }) => edition === 'checklist');
const untagged = path.join(import.meta.dirname, 'fixtures/untagged.pdf');

describe.runIf(requireTools('The check of PDF syntax', 'qpdf'))('qpdf', () => {
  test.each(products)('$name has sound syntax', async ({ file }) => {
    expect(await qpdfProblems(file)).toEqual([]);
  });

  test.each(checklists)('every check box of $name has a tooltip and a name of its own', async ({ file }) => {
    const boxes = await readCheckBoxes(file);
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.filter(({ tooltip }) => tooltip.trim() === '')).toEqual([]);
    expect(new Set(boxes.map(({ name }) => name)).size).toBe(boxes.length);
    expect(new Set(boxes.map(({ tooltip }) => tooltip)).size).toBe(boxes.length);
  });
});

describe.runIf(requireTools('The check of PDF facts', 'pdfinfo', 'pdffonts'))('poppler', () => {
  test('an untagged file with a foreign font is seen as such', async () => {
    expect((await readPdfInfo(untagged))['Tagged']).toBe('no');
    expect(await readFonts(untagged)).toEqual([{ name: 'Helvetica', embedded: false, subset: false, unicode: false }]);
  });

  test.each(products)('$name is tagged, titled and has the pages of the manifest', async ({ file, pages }) => {
    const info = await readPdfInfo(file);
    expect(info['Tagged']).toBe('yes');
    expect(info['Title']).toMatch(/\S/);
    expect(Number(info['Pages'])).toBe(pages);
  });

  test.each(products)('all fonts of $name are embedded and can be read', async ({ file }) => {
    const fonts = await readFonts(file);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
  });

  test.each(checklists)('$name is one page', async ({ file }) => {
    expect(Number((await readPdfInfo(file))['Pages'])).toBe(1);
  });

  test.each(products.filter(({ edition }) => edition === 'handout'))('$name has 4 pages at most', async ({ file }) => {
    expect(Number((await readPdfInfo(file))['Pages'])).toBeLessThanOrEqual(4);
  });
});
