import { readFileSync } from 'node:fs';

/** The style sheets of an edition as one text, in order. They are the package's own: templates/styles/. */
export function stylesOf(names: readonly string[]): string {
  return names
    .map((name) => readFileSync(new URL(`../../templates/styles/${name}.css`, import.meta.url), 'utf8'))
    .join('\n');
}
