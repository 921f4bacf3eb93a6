import QRCode from 'qrcode';
import type { Asset } from '../model.ts';

/** Modules of white round the code (ISO/IEC 18004 §6.3.8). */
const quietZone = 4;

/** Side of a printed code with its white, mm: `.qr` of the style sheets. */
export const qrSide = 20.5;
/** Least side of a module that a phone reads from paper, mm. */
const leastModule = 0.33;

/** Characters by which an address is too long for a code that a phone can read; 0 where it fits. */
export function excessOf(address: string): number {
  if (isReadable(address)) return 0;
  // Halving: a longer address never has a smaller code.
  let fits = 0;
  let over = address.length;
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (isReadable(address.slice(0, middle))) fits = middle;
    else over = middle;
  }
  return address.length - fits;
}

function isReadable(address: string): boolean {
  try {
    const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
    return qrSide / (modules.size + 2 * quietZone) >= leastModule;
  } catch {
    return false;
  }
}

/** A QR code, level M, as vector squares: one path, no words. */
export function qrAsset(address: string): Asset {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietZone;
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) squares.push(`M${column + quietZone} ${row + quietZone}h1v1h-1z`);
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><path fill="#ffffff" d="M0 0h${side}v${side}H0z"/><path fill="#000000" d="${squares.join('')}"/></svg>`;
  return {
    id: 'qr.svg',
    name: 'qr.svg',
    mediaType: 'image/svg+xml',
    bytes: new TextEncoder().encode(svg),
    width: side,
    height: side,
  };
}
