import { afterEach, expect, test, vi } from 'vitest';
import { BrowserMissing } from '../../scripts/press/pdf/browser-missing.ts';
import { openPrinter } from '../../scripts/press/pdf/printer.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a named browser that is not there is missing, with the fix', async () => {
  vi.stubEnv('GUIDEPRESS_BROWSER', '/nowhere/chrome');
  const opening = openPrinter();
  await expect(opening).rejects.toThrow(BrowserMissing);
  await expect(opening).rejects.toThrow('GUIDEPRESS_BROWSER');
});

test.skipIf(process.platform === 'win32')('a named program that is no browser is missing, not a crash', async () => {
  vi.stubEnv('GUIDEPRESS_BROWSER', '/bin/false');
  await expect(openPrinter()).rejects.toThrow(BrowserMissing);
});
