import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { array, nullable, number, object, parse, string } from 'valibot';
import { inject } from 'vitest';

/** A file that the command line made. */
export interface Product {
  /** Absolute path. */
  readonly file: string;
  /** Short and stable, for titles of tests: `corpus/tables-guide-a4.pdf`. */
  readonly name: string;
  readonly guide: string;
  readonly language: string;
  readonly edition: string;
  readonly variant: string | null;
  readonly pages: number | null;
}

/** Sheets to print claim nothing; all other products are to keep their standards. */
export function isSheets({ variant }: Product): boolean {
  return variant === 'sheets';
}

/** The products of the library and of every corpus guide that end in `.<extension>`, by the manifests. */
export function productsWith(extension: 'pdf' | 'epub' | 'html'): readonly Product[] {
  return Object.entries(inject('outputs'))
    .flatMap(([set, folder]) => readProducts(set, folder))
    .filter(({ file }) => file.endsWith(`.${extension}`));
}

/** The download pages and reports of the library and of the corpus: no manifest lists them. */
export function pagesAbout(): readonly { readonly name: string; readonly file: string }[] {
  return Object.entries(inject('outputs')).flatMap(([set, folder]) =>
    ['index.html', 'report.html'].map((page) => ({ name: `${set}/${page}`, file: path.join(folder, page) })),
  );
}

const manifestSchema = object({
  artifacts: array(
    object({
      path: string(),
      guide: string(),
      language: string(),
      edition: string(),
      variant: nullable(string()),
      pages: nullable(number()),
    }),
  ),
});

function readProducts(set: string, folder: string): readonly Product[] {
  const manifest = path.join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`Expected ${manifest}, got nothing: the build failed`);
  return parse(manifestSchema, JSON.parse(readFileSync(manifest, 'utf8'))).artifacts.map((artifact) => ({
    ...artifact,
    file: path.join(folder, artifact.path),
    name: `${set}/${artifact.path}`,
  }));
}
