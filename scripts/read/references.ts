import type { Reference } from '../model.ts';
import type { Reading } from './reading.ts';
import { referencesSchema } from './schemas.ts';
import { readYamlFile } from './yaml-file.ts';

/** Reads `references.yml`: each source by its key; none without the file. */
export async function readReferences(path: string, reading: Reading): Promise<ReadonlyMap<string, Reference>> {
  const yaml = await readYamlFile(path, referencesSchema, reading, { optional: true });
  if (yaml === null) return new Map();
  const { file, value, at } = yaml;
  return new Map(
    Object.entries(value).map(([key, source]) => [
      key,
      {
        key,
        type: source.type,
        title: source.title,
        author: source.author,
        containerTitle: source['container-title'] ?? null,
        publisher: source.publisher ?? null,
        issued: source.issued ?? null,
        volume: source.volume ?? null,
        issue: source.issue ?? null,
        page: source.page ?? null,
        doi: source.DOI ?? null,
        url: source.URL ?? null,
        seen: source.seen,
        checked: source.checked ?? null,
        file,
        line: at([key]).start.line,
      },
    ]),
  );
}
