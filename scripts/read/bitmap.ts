import type { Metadata, Sharp } from 'sharp';
import type { RuleId } from '../findings.ts';

/** A bitmap decoded and encoded anew: no metadata, no profile, upright. */
export interface SafeBitmap {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** In px, at most `longestSide`. */
  readonly width: number;
  readonly height: number;
}

/** Why a bitmap cannot be used: half a sentence for "Unexpected …". */
export interface BitmapProblem {
  readonly problem: Extract<RuleId, 'image-too-big' | 'image-unreadable'>;
  readonly reason: string;
}

/** Most pixels that are decoded. */
const mostPixels = 100_000_000;
/** A page's width at 300 dpi: more would not be seen in print and makes heavy files. */
const longestSide = 2480;

/**
 * Decodes a PNG, JPEG, GIF or WebP (its first frame) and encodes it anew, JPEG as JPEG and the rest as PNG.
 * The same bytes in give the same bytes out.
 */
export async function readBitmap(bytes: Uint8Array): Promise<SafeBitmap | BitmapProblem> {
  const promised = readPngSize(bytes);
  if (promised !== null && promised.width * promised.height > mostPixels) return tooBig(promised);
  const { default: sharp } = await import('sharp');
  try {
    // The header alone: pixels are decoded only when their number is known.
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (metadata.width * metadata.height > mostPixels) return tooBig(metadata);
    const picture = sharp(bytes, { limitInputPixels: mostPixels, animated: false })
      .timeout({ seconds: 30 })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const { data, info } = await encode(picture, metadata).toBuffer({ resolveWithObject: true });
    const mediaType = info.format === 'jpeg' ? 'image/jpeg' : 'image/png';
    return { bytes: data, mediaType, width: info.width, height: info.height };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { problem: 'image-unreadable', reason: `damage (${reason.trim()})` };
  }
}

function encode(picture: Sharp, { format }: Metadata): Sharp {
  return format === 'jpeg'
    ? picture.jpeg({ quality: 85, chromaSubsampling: '4:2:0', mozjpeg: false })
    : picture.png({ compressionLevel: 9, adaptiveFiltering: false, palette: false });
}

/** What a PNG promises, before any decoder sees it: the first chunk's first fields (ISO/IEC 15948 §11.2.2). */
function readPngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452;
  return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
}

function tooBig({ width, height }: { readonly width: number; readonly height: number }): BitmapProblem {
  return { problem: 'image-too-big', reason: `${width} × ${height} pixels` };
}
