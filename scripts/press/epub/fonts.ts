import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Font, Publication } from '../../model.ts';
import type { Resource } from './book.ts';

/** Reads the publication's fonts for the book; each file once. */
export async function readFonts({ fonts }: Publication): Promise<readonly Resource[]> {
  const paths = [...new Set(fonts.map((font) => font.path))];
  return Promise.all(
    paths.map(async (file) => ({ path: fontFile(file), mediaType: 'font/woff2', bytes: await readFile(file) })),
  );
}

/**
 * Writes the book's style sheet: the publication's, with the embedded fonts as the reader's default. They are set on
 * `body` alone, since a family anywhere else defeats the reader's own choice of type.
 */
export function writeStyleSheet({ css, fonts }: Publication): string {
  const families = [...new Set(fonts.map(({ family }) => `"${family}"`))];
  const body = families.length > 0 ? `body { font-family: ${[...families, 'sans-serif'].join(', ')}; }\n` : '';
  return `@charset "utf-8";\n${fonts.map(fontFace).join('')}${css.replace(/^@charset[^;]*;\s*/, '')}\n${body}`;
}

function fontFace({ family, weight, path, unicodeRange }: Font): string {
  const range = unicodeRange === null ? '' : ` unicode-range: ${unicodeRange};`;
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: normal; src: url(${fontFile(path)}) format("woff2");${range} }\n`;
}

function fontFile(file: string): string {
  return `fonts/${path.basename(file)}`;
}
