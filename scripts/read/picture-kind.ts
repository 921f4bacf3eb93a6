/** Kinds of pictures that can be read. */
export type PictureKind = 'svg' | 'png' | 'jpeg' | 'gif' | 'webp';

/** Tells a picture's kind by its first bytes, never by its name; null for any other file. */
export function tellPictureKind(bytes: Uint8Array): PictureKind | null {
  // One char a byte: signatures are bytes, not text.
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[^]{4}WEBP$/.test(head)) return 'webp';
  return looksLikeXml(bytes) ? 'svg' : null;
}

/** XML in UTF-8 or UTF-16, with or without a byte order mark; the parser tells whether it is SVG. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?!a-z]/i.test(start);
}
