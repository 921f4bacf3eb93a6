/** Character classes of ISO 32000-1, 7.2.2, by byte. */
const whiteSpaces = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)));

const classes = Uint8Array.from({ length: 256 }, (_, byte) =>
  whiteSpaces.has(byte) ? 1 : delimiters.has(byte) ? 2 : 0,
);

/** Whether a byte is white space. */
export function isWhiteSpace(byte: number): boolean {
  return classes[byte] === 1;
}

/** Whether a byte is neither white space nor a delimiter: part of a name, a number or a keyword. False past the end (NaN, -1). */
export function isRegular(byte: number): boolean {
  return classes[byte] === 0;
}
