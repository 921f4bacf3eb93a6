import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const own = require('../package.json') as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Name and version, as manifest and documents carry it. */
export const generator = `guidepress ${own.version}`;

/** Packages that it depends on to make products. */
export const ownDependencies: Readonly<Record<string, string>> = own.dependencies;

/** What a package says about itself in its package.json. */
export interface PackageSaid {
  readonly version?: string;
  /** SPDX expression. */
  readonly license?: string;
}

/** A package as it is installed; null where it is not. Some do not let their package.json be imported, so it is read. */
export function installedPackage(name: string): PackageSaid | null {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return JSON.parse(readFileSync(path.join(folder, name, 'package.json'), 'utf8')) as PackageSaid;
    } catch {
      continue;
    }
  }
  return null;
}
