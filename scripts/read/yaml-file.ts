import { readdir } from 'node:fs/promises';
import { extname, basename, join } from 'node:path';
import type { GenericSchema } from 'valibot';
import type { Reading } from './reading.ts';
import { readTextFile, type TextFile } from './text-file.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** A YAML file that was read, with the path that findings show. */
export interface YamlFile<T> extends Yaml<T> {
  readonly file: string;
}

/** Reads a YAML file by its schema; null, with findings, where it gives nothing. A missing optional file gives none. */
export async function readYamlFile<T>(
  path: string,
  schema: GenericSchema<unknown, T>,
  { report, shown, memory }: Reading,
  { optional = false, within }: Pick<TextFile, 'optional' | 'within'> = {},
): Promise<YamlFile<T> | null> {
  const file = shown(path);
  const text = await readTextFile(
    { path, file, tooBig: 'file-unreadable', optional, ...(within === undefined ? {} : { within }) },
    report,
  );
  if (text === null) return null;
  const source = { text, file };
  const yaml = memory ? memory.yaml(source, schema, report) : parseYaml(source, schema, report);
  return yaml === null ? null : { ...yaml, file };
}

/** Reads each `NAME.yml` of a folder, by name in sorted order; a folder that is not there holds none. */
export async function readYamlFolder<T>(
  folder: string,
  schema: GenericSchema<unknown, T>,
  reading: Reading,
): Promise<ReadonlyMap<string, YamlFile<T>>> {
  const names = (await namesIn(folder)).filter((name) => extname(name) === '.yml' && !name.startsWith('.'));
  const files = new Map<string, YamlFile<T>>();
  for (const name of names.sort()) {
    const yaml = await readYamlFile(join(folder, name), schema, reading);
    if (yaml !== null) files.set(basename(name, '.yml'), yaml);
  }
  return files;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
