import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { qpdfProblems, readCheckBoxes, readFonts, readPdfInfo } from './pdf-facts.ts';
import { isSheets, productsWith } from './products.ts';
import { requireTools } from './require-tools.ts';

const products = productsWith('pdf');
const sheets = products.filter(isSheets);
const checklists = products.filter(({ edition }) => edition === 'checklist');
const handouts = products.filter(({ edition }) => edition === 'handout');
const untagged = path.join(import.meta.dirname, 'fixtures/untagged.pdf');

describe.runIf(requireTools('The check of PDF syntax', 'qpdf'))('qpdf', () => {
  for (const { name, file } of products) {
    test(`${name} has sound syntax`, async () => {
      expect(await qpdfProblems(file)).toEqual([]);
    });
  }

  for (const { name, file } of checklists) {
    test(`every check box of ${name} has a tooltip and a name of its own`, async () => {
      const boxes = await readCheckBoxes(file);
      expect(boxes.length).toBeGreaterThan(0);
      expect(boxes.filter(({ tooltip }) => tooltip.trim() === '')).toEqual([]);
      expect(new Set(boxes.map(({ name }) => name)).size).toBe(boxes.length);
      expect(new Set(boxes.map(({ tooltip }) => tooltip)).size).toBe(boxes.length);
    });
  }
});

describe.runIf(requireTools('The check of PDF facts', 'pdfinfo', 'pdffonts'))('poppler', () => {
  test('an untagged file with a foreign font is seen as such', async () => {
    expect((await readPdfInfo(untagged))['Tagged']).toBe('no');
    expect(await readFonts(untagged)).toEqual([{ name: 'Helvetica', embedded: false, subset: false, unicode: false }]);
  });

  for (const product of products) {
    const { name, file, pages } = product;
    test(`${name} is ${isSheets(product) ? 'not ' : ''}tagged, titled and has the pages of the manifest`, async () => {
      const info = await readPdfInfo(file);
      expect(info['Tagged']).toBe(isSheets(product) ? 'no' : 'yes');
      expect(info['Title']).toMatch(/\S/);
      expect(Number(info['Pages'])).toBe(pages);
    });
  }

  for (const { name, file } of products) {
    test(`all fonts of ${name} are embedded and can be read`, async () => {
      const fonts = await readFonts(file);
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    });
  }

  for (const { name, file } of checklists) {
    test(`${name} is one page`, async () => {
      expect(Number((await readPdfInfo(file))['Pages'])).toBe(1);
    });
  }

  for (const { name, file, pages } of sheets) {
    test(`${name} claims no standard, lies across and has both sides of each sheet`, async () => {
      expect(await readFile(file, 'latin1')).not.toMatch(/pdfuaid|pdfaid/);
      const [width = 0, height = 0] = ((await readPdfInfo(file))['Page size'] ?? '')
        .split(' x ')
        .map(Number.parseFloat);
      expect(width).toBeGreaterThan(height);
      expect((pages ?? 1) % 2).toBe(0);
    });
  }

  for (const { name, file } of handouts) {
    test(`${name} has 4 pages at most`, async () => {
      expect(Number((await readPdfInfo(file))['Pages'])).toBeLessThanOrEqual(4);
    });
  }
});
