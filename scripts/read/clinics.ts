import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from 'unist';
import type { InferOutput } from 'valibot';
import type { Asset, Clinic } from '../model.ts';
import { ownColours } from '../brand/own-colours.ts';
import { AssetReader } from './assets.ts';
import { clinicSchema } from './clinic-schemas.ts';
import { byNaturalOrder } from './natural-order.ts';
import type { Reading } from './reading.ts';
import { readReviews, reviewsName } from './reviews.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** What a clinic may name: the library's languages and places. */
interface Known {
  readonly languages: ReadonlyMap<string, unknown>;
  readonly places: ReadonlyMap<string, unknown>;
}

/** Reads `content/clinics/`: each clinic by its folder's name, sorted; a folder without clinic.yml is a finding. */
export async function readClinics(
  folder: string,
  library: Known,
  reading: Reading,
): Promise<ReadonlyMap<string, Clinic>> {
  const clinics = new Map<string, Clinic>();
  for (const id of await foldersIn(folder)) {
    const at = join(folder, id);
    if (!/^[a-z0-9-]+$/.test(id)) {
      const message = `Unexpected folder name \`${id}\`, expected lower-case letters a to z, digits and hyphens: rename it`;
      reading.report('yaml-field', { file: reading.shown(at) }, message);
      continue;
    }
    const clinic = await readClinic(id, at, library, reading);
    if (clinic !== null) clinics.set(id, clinic);
  }
  return clinics;
}

async function readClinic(id: string, folder: string, library: Known, reading: Reading): Promise<Clinic | null> {
  const yaml = await readYamlFile(join(folder, 'clinic.yml'), clinicSchema, reading, { within: folder });
  if (yaml === null) return null;
  const { file, value, at } = yaml;
  const { colours } = value;
  reportStrays(yaml, library, reading);
  return {
    id,
    folder,
    file,
    name: value.name,
    place: value.place ?? null,
    address: value.address,
    phones: value.phones.map(({ label = null, say, dial }) => ({ label, say, dial })),
    hours: value.hours ?? null,
    url: value.url ?? null,
    logo:
      value.logo === undefined ? null : await readLogo(value.logo, { folder, file, position: at(['logo']) }, reading),
    colours: {
      brand: colours.brand ?? ownColours.brand,
      brandTint: colours['brand-tint'] ?? ownColours.brandTint,
      onBrand: colours['on-brand'] ?? ownColours.onBrand,
    },
    papers: value.paper ?? null,
    languages: value.languages ?? null,
    editions: value.editions ?? null,
    reviews: await readReviews(join(folder, reviewsName), reading),
    positions: {
      url: at(['url']),
      logo: at(['logo']),
      brand: at(['colours', 'brand']),
      'brand-tint': at(['colours', 'brand-tint']),
      'on-brand': at(['colours', 'on-brand']),
    },
  };
}

/** A place or a language that there is none of would leave a clinic without its numbers, or without a product. */
function reportStrays(
  { file, value, at }: YamlFile<InferOutput<typeof clinicSchema>>,
  { languages, places }: Known,
  { report }: Reading,
): void {
  if (value.place !== undefined && !places.has(value.place)) {
    const message = `Unexpected place \`${value.place}\`, expected one with a file in places/: add it, since the emergency number comes from there`;
    report('yaml-field', { file, position: at(['place']) }, message);
  }
  for (const [index, tag] of (value.languages ?? []).entries()) {
    if (languages.has(tag)) continue;
    const message = `Unexpected language \`${tag}\`, expected one with a file in languages/: add it or leave it out`;
    report('yaml-field', { file, position: at(['languages', index]) }, message);
  }
}

/** A picture in the clinic's folder, as safe as any other. */
async function readLogo(
  name: string,
  where: { readonly folder: string; readonly file: string; readonly position: Position },
  { report }: Reading,
): Promise<Asset | null> {
  const result = await new AssetReader().read(name, { from: where.folder, root: where.folder, also: [] });
  if ('asset' in result) return result.asset;
  // The reader of pictures knows guides alone.
  report(result.problem, where, result.message.replaceAll('guide’s', 'clinic’s').replaceAll("guide's", "clinic's"));
  return null;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort(byNaturalOrder);
  } catch {
    return [];
  }
}
