import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Font } from '../model.ts';

/** A font in a product, and whose it is. */
export interface FontInside {
  readonly family: string;
  /** Null for a font that is no package's: the browser took it from the machine. */
  readonly source: { readonly name: string; readonly version: string; readonly licence: string } | null;
}

/**
 * The fonts of a product: of those that it was offered, the ones whose PostScript names are in it (null: all of them),
 * and names that belong to none of these.
 */
export function fontsIn(offered: readonly Font[], names: readonly string[] | null): readonly FontInside[] {
  const sources = new Map(offered.map(({ family, path: file }) => [family, file]));
  const familyOf = (name: string): string | undefined =>
    [...sources.keys()]
      .filter((family) => name.startsWith(family.replaceAll(' ', '')))
      .sort((a, b) => b.length - a.length)[0];
  const families = names === null ? [...sources.keys()] : names.map((name) => familyOf(name) ?? name);
  return [...new Set(families)].sort().map((family) => {
    const file = sources.get(family);
    return { family, source: file === undefined ? null : packageOf(file) };
  });
}

const known = new Map<string, FontInside['source']>();

/** `@fontsource/<name>/files/<file>` → what its package.json says. */
function packageOf(file: string): FontInside['source'] {
  const folder = path.dirname(path.dirname(file));
  const source = known.get(folder) ?? readPackage(path.join(folder, 'package.json'));
  known.set(folder, source);
  return source;
}

function readPackage(file: string): FontInside['source'] {
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return { name: String(name), version: String(version), licence: String(license) };
}
