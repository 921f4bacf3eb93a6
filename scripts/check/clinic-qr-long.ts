import { excessOf } from '../compose/qr.ts';
import type { ClinicCheck } from './check.ts';
import { quote } from './quote.ts';

/** A clinic's address that is too long for a code to scan: its squares would be too small for a phone. */
export const clinicQrLong: ClinicCheck = {
  id: 'clinic-qr-long',
  run({ url, file, positions }, report) {
    const excess = url === null ? 0 : excessOf(url);
    if (url === null || excess === 0) return;
    const message = `Unexpected length of the address ${quote(url)}, expected ${excess} characters less, so that its code can be scanned: use a shorter address that leads there`;
    report('clinic-qr-long', { file, position: positions.url }, message);
  },
};
