import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readUnicodeRange } from './unicode-range.ts';
import { readWoff2Characters } from './woff2-characters.ts';

/** One part of a family as its package cuts it: the same characters in each weight. */
export interface FontSubset {
  /** What it covers by its own `cmap`; read when first asked for. */
  readonly characters: ReadonlySet<number>;
  /** Absolute paths of its woff2 files. */
  readonly files: readonly { readonly weight: 400 | 700; readonly path: string }[];
}

/** An installed package of fonts. */
export interface FontPackage {
  /** The subsets that may hold a character, best first. */
  subsetsFor(character: number): readonly FontSubset[];
}

/**
 * Opens `@fontsource/<name>` as installed beside Guidepress, or null. Its `unicode.json` says too much for some
 * subsets and too little for others, so it only shortlists the many numbered parts of a Han font.
 * Throws when an installed package is not as @fontsource makes them.
 */
export function openFontPackage(name: string): FontPackage | null {
  const known = packages.get(name);
  if (known !== undefined) return known;
  const opened = open(name);
  packages.set(name, opened);
  return opened;
}

/** What was opened: files in node_modules do not change while a process runs. */
const packages = new Map<string, FontPackage | null>();
const require = createRequire(import.meta.url);

function open(name: string): FontPackage | null {
  const folder = locate(name);
  if (folder === null) return null;
  const named: FontSubset[] = [];
  const numbered = new Map<number, FontSubset[]>();
  // The file lists the basic subset last, and it is the one to look into first.
  for (const [key, claim] of Object.entries(readClaims(join(folder, 'unicode.json'))).reverse()) {
    const number = /^\[(\d+)\]$/.exec(key)?.[1];
    const subset = makeSubset(join(folder, 'files', `${name}-${number ?? key}`));
    if (number === undefined) {
      named.push(subset);
      continue;
    }
    for (const character of readUnicodeRange(claim)) {
      const others = numbered.get(character);
      if (others === undefined) numbered.set(character, [subset]);
      else others.push(subset);
    }
  }
  return { subsetsFor: (character) => [...named, ...(numbered.get(character) ?? [])] };
}

function locate(name: string): string | null {
  try {
    return dirname(require.resolve(`@fontsource/${name}/package.json`));
  } catch {
    return null;
  }
}

function readClaims(path: string): Readonly<Record<string, string>> {
  const claims: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof claims === 'object' && claims !== null) {
    const entries = Object.entries(claims).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    if (entries.length > 0) return Object.fromEntries(entries);
  }
  throw new Error(`Expected unicode ranges by subset in ${path}, got none`);
}

function makeSubset(stem: string): FontSubset {
  const weights = [400, 700] as const;
  const files = weights
    .map((weight) => ({ weight, path: `${stem}-${weight}-normal.woff2` }))
    .filter(({ path }) => existsSync(path));
  let characters: ReadonlySet<number> | undefined;
  return {
    files,
    get characters() {
      const [first] = files;
      characters ??= first === undefined ? new Set() : readWoff2Characters(readFileSync(first.path));
      return characters;
    },
  };
}
