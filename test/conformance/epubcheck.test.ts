import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { epubcheck, type EpubReport } from './epubcheck.ts';
import { productsWith } from './products.ts';
import { requireTools } from './require-tools.ts';

describe.runIf(requireTools('EPUBCheck', 'java'))('EPUBCheck', () => {
  const products = productsWith('epub');
  let reports: readonly EpubReport[] = [];
  let temporary = '';

  beforeAll(async () => {
    temporary = await mkdtemp(path.join(tmpdir(), 'guidepress-epub-'));
    const broken = path.join(temporary, 'broken.epub');
    await writeFile(broken, zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }] }));
    reports = await epubcheck([broken, ...products.map(({ file }) => file)]);
  });
  afterAll(() => rm(temporary, { recursive: true, force: true }));

  test('there are books to check', () => {
    expect(products.filter(({ name }) => name.startsWith('library/')).length).toBeGreaterThan(0);
    expect(products.filter(({ name }) => name.startsWith('corpus/')).length).toBeGreaterThan(0);
  });

  test('a book without a package document fails', () => {
    expect(reports[0]?.failures.join('\n')).toContain('RSC-002');
  });

  for (const { name, file } of products) {
    test(`${name} has no errors and no warnings`, () => {
      expect(reports.find((report) => report.file === file)?.failures).toEqual([]);
    });
  }
});
