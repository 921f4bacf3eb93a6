import type { Fact } from '../model.ts';
import type { Reading } from './reading.ts';
import { factsSchema } from './schemas.ts';
import { readYamlFile } from './yaml-file.ts';

/** Reads `facts.yml`: each number with its place in the file, by id; none without the file. */
export async function readFacts(path: string, reading: Reading): Promise<ReadonlyMap<string, Fact>> {
  const yaml = await readYamlFile(path, factsSchema, reading, { optional: true });
  if (yaml === null) return new Map();
  const { file, value, at } = yaml;
  return new Map(Object.entries(value).map(([id, text]) => [id, { id, text, file, line: at([id]).start.line }]));
}
