import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font as Face } from 'fontkit';
import type { Font } from '../../../model.ts';

/** Fonts of one weight, tried in order for each character. */
export interface Typeface {
  /** The first font that has the character; null if none has. */
  readonly faceFor: (character: string) => Face | null;
}

/** Opens the publication's fonts of this weight, and after them the package's own Latin, which draws what it may lack. */
export function openTypeface(fonts: readonly Font[], weight: 400 | 700): Typeface {
  const own = ['latin', 'latin-ext'].map((part): Pick<Font, 'path' | 'unicodeRange'> => {
    const path = resolve(`${latin}/files/atkinson-hyperlegible-next-${part}-${weight}-normal.woff2`);
    return { path, unicodeRange: null };
  });
  const sources = [...fonts.filter((font) => font.weight === weight), ...own];
  const opened = new Map<string, Face>();
  const open = (path: string) => {
    const face = opened.get(path) ?? openFace(path);
    opened.set(path, face);
    return face;
  };
  return {
    faceFor(character) {
      const code = character.codePointAt(0) ?? 0;
      // The range spares opening files (Chinese has a hundred); only the font's own table knows if the character is there.
      const source = sources.find(
        ({ path, unicodeRange }) => inRange(code, unicodeRange) && open(path).hasGlyphForCodePoint(code),
      );
      return source === undefined ? null : open(source.path);
    },
  };
}

const latin = '@fontsource/atkinson-hyperlegible-next';
const { resolve } = createRequire(import.meta.url);

function openFace(path: string): Face {
  const face = create(readFileSync(path));
  if ('fonts' in face) throw new Error(`Expected one font in ${path}, got a collection`);
  return face;
}

/** CSS unicode-range: `U+0600-06FF, U+20??`. */
function inRange(code: number, range: string | null): boolean {
  if (range === null) return true;
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    return code >= parseInt(from.replaceAll('?', '0'), 16) && code <= parseInt(to.replaceAll('?', 'f'), 16);
  });
}
