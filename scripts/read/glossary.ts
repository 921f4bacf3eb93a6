import { dirname } from 'node:path';
import type { GlossaryEntry } from '../model.ts';
import type { Reading } from './reading.ts';
import { glossarySchema } from './schemas.ts';
import { readYamlFile } from './yaml-file.ts';

/** Reads a guide's `words.yml` in its own order; null without the file. */
export async function readGlossary(path: string, reading: Reading): Promise<readonly GlossaryEntry[] | null> {
  const yaml = await readYamlFile(path, glossarySchema, reading, { optional: true, within: dirname(dirname(path)) });
  if (yaml === null) return null;
  return Object.entries(yaml.value).map(([word, { forms, meaning }]) => ({ word, forms, meaning }));
}
