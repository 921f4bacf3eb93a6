import { readFile } from 'node:fs/promises';
import type { Font } from '../../model.ts';

/** `@font-face` rules with the fonts inside, as `data:` addresses: nothing is fetched, no font of the system is used. */
export async function fontsCss(fonts: readonly Font[]): Promise<string> {
  const rules = await Promise.all(fonts.map(fontFace));
  return rules.join('\n');
}

/**
 * All fonts are as high as the Latin one. An Arabic font's own height is two lines: the ground behind `code` would cover the lines
 * above and below, and show at the foot of the page before.
 */
const height = 'ascent-override:98.4%;descent-override:31.6%;line-gap-override:0%;';

async function fontFace({ family, weight, path, unicodeRange }: Font): Promise<string> {
  const bytes = await readFile(path);
  const range = unicodeRange === null ? '' : `unicode-range:${unicodeRange};`;
  const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;${range}${height}src:${source}}`;
}
