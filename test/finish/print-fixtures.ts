import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openPrinter } from '../../scripts/press/pdf/printer.ts';

/*
 * Prints test/fixtures/finish/*.html to PDF, as they come from Chromium, before finishing: `npx tsx test/finish/print-fixtures.ts`.
 * To be run after a move to another browser; the tests then say what has changed.
 */

const folder = path.join(import.meta.dirname, '../fixtures/finish');
const require = createRequire(import.meta.url);

/** Subsets of the fixtures' one family, `Body`, and the characters that ask for them. */
const subsets = [
  { file: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin', wanted: /[a-z]/, range: null },
  { file: 'noto-sans-arabic/files/noto-sans-arabic-arabic', wanted: /\p{sc=Arab}/u, range: 'U+0600-06FF,U+FB50-FEFC' },
  { file: 'noto-sans-hebrew/files/noto-sans-hebrew-hebrew', wanted: /\p{sc=Hebr}/u, range: 'U+0590-05FF' },
  {
    file: 'noto-sans-devanagari/files/noto-sans-devanagari-devanagari',
    wanted: /\p{sc=Deva}/u,
    range: 'U+0900-097F,U+200C-200D',
  },
];

const printer = await openPrinter();
try {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(path.join(folder, name), 'utf8');
    const pdf = await printer.use(html.replace('<style>', `<style>\n${fontFaces(html)}`), (layout) => layout.print());
    writeFileSync(path.join(folder, name.replace('.html', '.pdf')), pdf);
  }
} finally {
  await printer.close();
}

function fontFaces(html: string): string {
  const faces = subsets
    .filter(({ wanted }) => wanted.test(html))
    .flatMap(({ file, range }) => [400, 700].map((weight) => ({ file, range, weight })));
  return faces
    .map(({ file, range, weight }) => {
      const data = readFileSync(require.resolve(`@fontsource/${file}-${weight}-normal.woff2`), 'base64');
      const limits = range === null ? '' : `unicode-range:${range};`;
      return `@font-face{font-family:Body;font-weight:${weight};${limits}src:url(data:font/woff2;base64,${data})}`;
    })
    .join('\n');
}
