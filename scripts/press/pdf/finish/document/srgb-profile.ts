/** Media white of the profile connection space, D50. */
const whitePoint = [0.9642, 1, 0.8249];

/** IEC 61966-2-1 primaries, adapted to D50. */
const red = [0.436066, 0.222488, 0.013916];
const green = [0.385147, 0.716873, 0.097076];
const blue = [0.143066, 0.060608, 0.714096];

/** The Bradford adaptation from D65 to D50. */
const adaptation = [1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678];

/** g, a, b, c, d of the curve `(aX + b)^g` above d, `cX` below it (ICC.1:2010, table 65, type 3). */
const transferCurve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

const headerSize = 128;

/** An ICC version 4 display profile for sRGB (ICC.1:2010), made from its published numbers: 480 bytes, no binary asset. */
export function srgbProfile(): Uint8Array {
  const curve = Buffer.concat([typeSignature('para'), Buffer.from([0, 3, 0, 0]), fixedNumbers(transferCurve)]);
  const tags: readonly (readonly [signature: string, data: Buffer])[] = [
    ['desc', localizedText('sRGB')],
    ['cprt', localizedText('CC0')],
    ['wtpt', xyz(whitePoint)],
    ['chad', Buffer.concat([typeSignature('sf32'), fixedNumbers(adaptation)])],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  const offsets = new Map<Buffer, number>();
  const data: Buffer[] = [];
  let size = headerSize + table.length;
  for (const [index, [signature, value]] of tags.entries()) {
    const offset = offsets.get(value) ?? size;
    if (!offsets.has(value)) {
      const padded = Buffer.concat([value, Buffer.alloc(-value.length & 3)]);
      offsets.set(value, offset);
      data.push(padded);
      size += padded.length;
    }
    table.write(signature, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(offset, 8 + 12 * index);
    table.writeUInt32BE(value.length, 12 + 12 * index);
  }
  return Buffer.concat([header(size), table, ...data]);
}

/** Table 17: a display device profile, RGB to XYZ. The date is fixed, so that the bytes are. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerSize);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, field] of [2025, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(field, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  fixedNumbers(whitePoint).copy(bytes, 68);
  return bytes;
}

/** A type signature and four reserved bytes. */
function typeSignature(signature: string): Buffer {
  return Buffer.from(`${signature}\0\0\0\0`, 'latin1');
}

/** s15Fixed16Number. */
function fixedNumbers(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(Math.round(number * 65536), 4 * index);
  return bytes;
}

function xyz(numbers: readonly number[]): Buffer {
  return Buffer.concat([typeSignature('XYZ '), fixedNumbers(numbers)]);
}

/** multiLocalizedUnicodeType with one text, for en-US. */
function localizedText(text: string): Buffer {
  const characters = Buffer.from(text, 'utf16le').swap16();
  const bytes = Buffer.alloc(28);
  bytes.write('mluc', 0, 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt32BE(12, 12);
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(characters.length, 20);
  bytes.writeUInt32BE(28, 24);
  return Buffer.concat([bytes, characters]);
}
