import { readFile } from 'node:fs/promises';
import { smallestGlyphs } from './glyph-sizes.ts';

/*
 * `npx tsx test/print/smallest-glyph.ts FILE…`: how big the smallest glyph of each finished PDF is, in pt, in its text and in its margin boxes.
 */

for (const file of process.argv.slice(2)) {
  const { text, margins } = smallestGlyphs(await readFile(file));
  process.stdout.write(
    `${points(Math.min(text, margins))} pt (text ${points(text)}, margins ${points(margins)})  ${file}\n`,
  );
}

function points(size: number): string {
  return Number.isFinite(size) ? size.toFixed(2) : 'none';
}
