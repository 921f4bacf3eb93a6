import { installedPackage, ownDependencies } from '../version.ts';

/** A package that had a part in the products. */
export interface Software {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package says it. */
  readonly licence: string;
}

/** A tool of the conformance suite, the version that is proven with it, and what it judges. */
export interface Judge {
  readonly name: string;
  readonly version: string;
  readonly judges: string;
}

/** THE TABLE of tools that `npm run conformance` runs. `test/report` compares the versions with those that are installed. */
export const judges = [
  { name: 'veraPDF', version: '1.30.2', judges: 'PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2)' },
  { name: 'EPUBCheck', version: '5.3.0', judges: 'EPUB 3.3' },
  { name: 'Ace by DAISY', version: '1.4.6', judges: 'EPUB Accessibility 1.1' },
  { name: 'axe-core', version: '4.14.1', judges: 'WCAG 2.2, HTML' },
] as const satisfies readonly Judge[];

/** The icons that templates print. */
export const icons = '@iconify-json/healthicons';

/** Each package that this one depends on to make products, by name. None that is not installed is named. */
export function softwareUsed(): readonly Software[] {
  return Object.keys(ownDependencies)
    .sort()
    .flatMap((name) => softwareNamed(name) ?? []);
}

/** A package as it is installed; null where it is not. */
export function softwareNamed(name: string): Software | null {
  const found = installedPackage(name);
  return found && { name, version: found.version ?? '', licence: found.license ?? '' };
}
