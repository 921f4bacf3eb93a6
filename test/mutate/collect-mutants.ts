import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countryOf } from '../../scripts/check/country.ts';
import type { Guide, Library, Section } from '../../scripts/model.ts';
import { type Mutant, mutantsOf, type Texts } from './mutants.ts';
import { kinds, type Siblings } from './spots.ts';
import { textSpots } from './text-spots.ts';
import { yamlSpots, type YamlSpot } from './yaml-spots.ts';

/** All mutants of a guide in one language, and the texts that they change. Nothing is picked by hand. */
export async function collectMutants(
  library: Library,
  guide: Guide,
  language: string,
): Promise<{ readonly mutants: readonly Mutant[]; readonly texts: Texts }> {
  const sections = guide.translations.get(language)?.sections ?? [];
  const country = countryOf(library, language);
  const files = {
    facts: 'facts.yml',
    guide: `guides/${guide.id}/guide.yml`,
    place: `places/${country?.code}.yml`,
  };
  const texts = new Map<string, string>();
  for (const file of Object.values(files)) texts.set(file, await readFile(path.join(library.root, file), 'utf8'));
  const fileOf = ({ file }: Section): string => path.posix.relative(path.basename(library.root), file);
  for (const section of sections) texts.set(fileOf(section), section.source);
  const yaml = (file: string): readonly YamlSpot[] => yamlSpots(file, texts.get(file) ?? '');
  const used = new Set(
    sections.flatMap(({ source }) => Array.from(source.matchAll(/\(fact:([^)]+)\)/g), ([, id]) => id)),
  );
  const groups: readonly Siblings[] = [
    ...textSpots(sections, fileOf),
    { kind: 'fact', spots: yaml(files.facts).filter(({ path: [id] }) => used.has(id)) },
    ...phonesOf(yaml(files.place)),
    { kind: 'date', spots: yaml(files.guide).filter(({ path: [field] }) => field === 'date') },
  ];
  const ordered = kinds.flatMap((kind) => groups.filter((group) => group.kind === kind));
  return { mutants: mutantsOf(ordered, texts), texts };
}

/** Services as a whole, what they say, what they dial, and their names in the languages. */
function phonesOf(spots: readonly YamlSpot[]): readonly Siblings[] {
  const alike = (test: (path: readonly string[]) => boolean): Siblings => ({
    kind: 'phone of a place',
    spots: spots.filter((spot) => test(spot.path)),
  });
  return [
    alike(({ length, 0: name }) => length === 1 && isService(name)),
    alike(([name, part]) => isService(name) && part === 'say'),
    alike(([name, part]) => isService(name) && part === 'dial'),
    alike(({ length, 0: name }) => length === 3 && name === 'names'),
  ];
}

function isService(name = ''): boolean {
  return ['emergency', 'urgent', 'poisons'].includes(name);
}
