import { readFile } from 'node:fs/promises';
import { smallestGlyphs } from './glyph-sizes.ts';

/*
 * `npx tsx test/print/smallest-glyph.ts FILE…`: how big the smallest glyph of each finished PDF is, in pt, in its text and in its margin boxes.
 */

for (const file of process.argv.slice(2)) {
  const { text, margins } = smallestGlyphs(await readFile(file));
  const smallest = Math.min(text, margins).toFixed(2);
  process.stdout.write(`${smallest} pt (text ${text.toFixed(2)}, margins ${margins.toFixed(2)})  ${file}\n`);
}
