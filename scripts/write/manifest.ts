import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

/** One product in `manifest.json`; other people's scripts hang on these names. Null where a field does not apply. */
const entrySchema = v.object({
  path: v.string(),
  guide: v.string(),
  language: v.string(),
  place: v.nullable(v.string()),
  clinic: v.nullable(v.string()),
  edition: v.string(),
  paper: v.nullable(v.string()),
  variant: v.nullable(v.string()),
  mediaType: v.string(),
  bytes: v.number(),
  sha256: v.string(),
  pages: v.nullable(v.number()),
  status: v.string(),
  pageList: v.nullable(v.boolean()),
  fingerprint: v.string(),
});

const manifestSchema = v.object({
  generator: v.string(),
  artifacts: v.array(entrySchema),
  stale: v.array(v.string()),
});

/** A product as the manifest lists it. */
export type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/** What `output/manifest.json` says: products sorted by path, and which of them are older than their guide. */
export interface Manifest {
  readonly generator: string;
  readonly artifacts: readonly Entry[];
  readonly stale: readonly string[];
}

/** Reads a folder's manifest; none, or one that is not ours, counts as empty. */
export async function readManifest(folder: string): Promise<Manifest> {
  const empty: Manifest = { generator: '', artifacts: [], stale: [] };
  try {
    const parsed = v.safeParse(manifestSchema, JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
    return parsed.success ? parsed.output : empty;
  } catch {
    return empty;
  }
}
