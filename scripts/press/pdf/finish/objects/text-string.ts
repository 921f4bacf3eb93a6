import { PdfString } from './pdf-object.ts';

/** A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as UTF-16BE with a byte order mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(text);
  return new PdfString(`\xfe\xff${utf16Bytes(text)}`);
}

/** The text of a text string; what has no byte order mark is taken as Latin-1, which agrees with PDFDocEncoding where Skia uses it. */
export function readTextString({ bytes }: PdfString): string {
  if (bytes.startsWith('\xfe\xff')) return fromUtf16Bytes(bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return utf8(bytes.slice(3));
  return bytes;
}

/** Text as UTF-16BE, one character per byte. */
export function utf16Bytes(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('latin1');
}

/** Text from UTF-16BE, one character per byte; an odd last byte is dropped. */
export function fromUtf16Bytes(bytes: string): string {
  const even = bytes.length - (bytes.length % 2);
  return Buffer.from(bytes.slice(0, even), 'latin1').swap16().toString('utf16le');
}

/** Text from UTF-8, one character per byte. */
export function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
