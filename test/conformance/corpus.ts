import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the fixture guides live. */
export const corpusFolder = path.resolve(import.meta.dirname, '../corpus');

/** Names in the corpus folder, sorted: each a folder of plain Markdown or one lone file. */
export function corpusGuides(): readonly string[] {
  return readdirSync(corpusFolder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
