import type { Country } from '../model.ts';
import type { Reading } from './reading.ts';
import { placeSchema } from './schemas.ts';
import { readYamlFolder } from './yaml-file.ts';

/** Reads `content/places/`: each country by its ISO 3166-1 alpha-2 code, the file's name. */
export async function readPlaces(folder: string, reading: Reading): Promise<ReadonlyMap<string, Country>> {
  const places = new Map<string, Country>();
  for (const [code, { file, value }] of await readYamlFolder(folder, placeSchema, reading)) {
    if (!/^[A-Z]{2}$/.test(code)) {
      const message = `Unexpected file name \`${code}\`, expected a country code like \`GB\`: rename it`;
      reading.report('yaml-field', { file }, message);
      continue;
    }
    const { name, emergency, urgent = null, poisons = null, names = {}, paper } = value;
    places.set(code, { code, name, emergency, urgent, poisons, names, paper });
  }
  return places;
}
