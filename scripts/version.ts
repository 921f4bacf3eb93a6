import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** Name and version, as manifest and documents carry it. */
export const generator = `guidepress ${version}`;
