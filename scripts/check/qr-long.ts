import { excessOf } from '../compose/qr.ts';
import type { Check } from './check.ts';
import { quote } from './quote.ts';

/** A guide's address that is too long for a code to scan: its squares would be too small for a phone. */
export const qrLong: Check = {
  id: 'qr-long',
  run({ guide }, report) {
    const excess = guide.url === null ? 0 : excessOf(guide.url);
    if (guide.url === null || excess === 0) return;
    const message = `Unexpected length of the address ${quote(guide.url)}, expected ${excess} characters less, so that its code can be scanned: use a shorter address that leads there`;
    report('qr-long', { file: guide.file }, message);
  },
};
