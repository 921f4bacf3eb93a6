import type { InferOutput } from 'valibot';
import type { Country } from '../model.ts';
import type { Reading } from './reading.ts';
import { placeSchema } from './schemas.ts';
import { readYamlFolder, type YamlFile } from './yaml-file.ts';

/** Reads `content/places/`: each country by its ISO 3166-1 alpha-2 code, the file's name. */
export async function readPlaces(folder: string, reading: Reading): Promise<ReadonlyMap<string, Country>> {
  const places = new Map<string, Country>();
  for (const [code, yaml] of await readYamlFolder(folder, placeSchema, reading)) {
    const { file, value } = yaml;
    if (!/^[A-Z]{2}$/.test(code)) {
      const message = `Unexpected file name \`${code}\`, expected a country code like \`GB\`: rename it`;
      reading.report('yaml-field', { file }, message);
      continue;
    }
    const { name, emergency, urgent = null, poisons = null, names = {}, paper } = value;
    reportOtherNumbers(yaml, reading);
    places.set(code, { code, name, emergency, urgent, poisons, names, paper });
  }
  return places;
}

/** A name with digits is what people dial: they are those of `dial`. */
function reportOtherNumbers({ file, value, at }: YamlFile<InferOutput<typeof placeSchema>>, reading: Reading): void {
  for (const [tag, names] of Object.entries(value.names ?? {})) {
    for (const [service, name] of Object.entries(names)) {
      const dial =
        service === 'emergency' || service === 'urgent' || service === 'poisons' ? value[service]?.dial : null;
      if (!dial || !/\d/.test(name) || digitsOf(name).includes(digitsOf(dial))) continue;
      const message = `Unexpected number in \`${name}\`, expected \`${dial}\`, which \`${service}\` dials: write one number`;
      reading.report('yaml-field', { file, position: at(['names', tag, service]) }, message);
    }
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
