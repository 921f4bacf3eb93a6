import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the preview's own page. */
interface SiteFile {
  /** Absolute. */
  readonly path: string;
  readonly mediaType: string;
}

const own = fileURLToPath(new URL('page/', import.meta.url));
const styles = fileURLToPath(new URL('../../templates/styles/', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const pdfjs = path.dirname(resolve('pdfjs-dist/package.json'));
const fonts = path.dirname(resolve('@fontsource/atkinson-hyperlegible-next/package.json'));

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

/** THE TABLE of what the server reads from the disk, by address: no address becomes a path. */
export const siteFiles: ReadonlyMap<string, SiteFile> = new Map([
  ['/', { path: path.join(own, 'index.html'), mediaType: html }],
  ['/preview.css', { path: path.join(own, 'preview.css'), mediaType: css }],
  ...['main', 'choice', 'findings', 'sheets', 'frames'].map(
    (name) => [`/${name}.mjs`, { path: path.join(own, `${name}.mjs`), mediaType: script }] as const,
  ),
  ['/styles/tokens.css', { path: path.join(styles, 'tokens.css'), mediaType: css }],
  ['/styles/web.css', { path: path.join(styles, 'web.css'), mediaType: css }],
  ...['400', '700'].map((weight) => {
    const name = `atkinson-hyperlegible-next-latin-${weight}-normal.woff2`;
    return [`/fonts/${weight}.woff2`, { path: path.join(fonts, 'files', name), mediaType: 'font/woff2' }] as const;
  }),
  // The build for older browsers, which an author may have.
  ...['pdf', 'pdf.worker'].map(
    (name) =>
      [
        `/pdfjs/${name}.mjs`,
        { path: path.join(pdfjs, 'legacy', 'build', `${name}.min.mjs`), mediaType: script },
      ] as const,
  ),
]);
