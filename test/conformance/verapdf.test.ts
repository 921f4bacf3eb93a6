import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { isSheets, productsWith } from './products.ts';
import { requireTools } from './require-tools.ts';
import { describeFailures, verapdf, type Flavour, type PdfReport } from './verapdf.ts';

const flavours: readonly { flavour: Flavour; standard: string }[] = [
  { flavour: 'ua1', standard: 'PDF/UA-1' },
  { flavour: '2a', standard: 'PDF/A-2a' },
];
/**
 * The rules that ask for the claim itself (ISO 14289-1, 5; ISO 19005-2, 6.6.4). A browser that is not proven yet makes no claim: for
 * the canary they are not held against it.
 */
const claimRules: ReadonlySet<string> = new Set(process.env['GUIDEPRESS_CANARY'] ? ['5-1', '6.6.4-1', '6.7.11-1'] : []);

function withoutClaim(report: PdfReport): PdfReport {
  const failures = report.failures.filter(({ clause, test: number }) => !claimRules.has(`${clause}-${number}`));
  return { ...report, failures, conforms: failures.length === 0 && (report.conforms || report.failures.length > 0) };
}

const untagged = path.join(import.meta.dirname, 'fixtures/untagged.pdf');

describe.runIf(requireTools('veraPDF', 'java'))('veraPDF', () => {
  const products = productsWith('pdf').filter((product) => !isSheets(product));

  test('there are PDF files to check', () => {
    expect(products.filter(({ name }) => name.startsWith('library/')).length).toBeGreaterThan(0);
    expect(products.filter(({ name }) => name.startsWith('corpus/')).length).toBeGreaterThan(0);
    for (const edition of ['large-print', 'booklet'])
      expect(products.filter((product) => product.edition === edition).length).toBeGreaterThan(0);
  });

  test('every product of the library was made', () => {
    expect(inject('libraryErrors')).toEqual([]);
  });

  describe.each(flavours)('$standard', ({ flavour }) => {
    let reports: readonly PdfReport[] = [];
    beforeAll(async () => {
      reports = await verapdf([untagged, ...products.map(({ file }) => file)], flavour);
    });

    test('an untagged file fails', () => {
      const [control] = reports;
      expect(control?.conforms).toBe(false);
      expect(control?.failures.map(({ clause, test }) => `${clause}-${test}`)).toContain(
        flavour === 'ua1' ? '7.1-11' : '6.7.2.2-1',
      );
    });

    for (const { name, file } of products) {
      test(`${name} conforms`, () => {
        const report = reports.find((one) => one.file === file);
        expect(report && describeFailures(withoutClaim(report))).toEqual([]);
        expect(report && withoutClaim(report).conforms).toBe(true);
      });
    }
  });
});
