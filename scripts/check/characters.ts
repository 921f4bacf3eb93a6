import type { Where } from '../findings.ts';
import type { Section } from '../model.ts';
import { lineAt, placeInLine } from './places.ts';

/** A character that cannot be seen, or that stands for one. */
export interface CharacterFound {
  /** `U+202E`. */
  readonly name: string;
  /** What stands right before and after it, in one string. */
  readonly around: string;
  readonly where: Where;
}

/** Certain characters of a section's source, written as such or by number: `&#x202E;`. */
export function findCharacters(section: Section, characters: RegExp): readonly CharacterFound[] {
  return Array.from({ length: section.source.split('\n').length }, (_, index) => index + 1).flatMap((number) => {
    const line = lineAt(section, number);
    return Array.from(line.matchAll(/[\p{Cf}]|&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/giu)).flatMap((match) => {
      const { 0: written, 1: hex, 2: decimal, index } = match;
      const code = hex === undefined ? Number(decimal ?? written.codePointAt(0)) : Number.parseInt(hex, 16);
      if (code > 0x10ffff || !characters.test(String.fromCodePoint(code))) return [];
      const before = Array.from(line.slice(0, index)).at(-1) ?? '';
      const after = Array.from(line.slice(index + written.length))[0] ?? '';
      const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      return [{ name, around: before + after, where: placeInLine(section, number, index + 1) }];
    });
  });
}
