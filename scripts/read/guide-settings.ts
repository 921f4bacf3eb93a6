import { dirname } from 'node:path';
import type { InferOutput } from 'valibot';
import type { Guide } from '../model.ts';
import { primaryLanguage } from './language-tag.ts';
import type { Reading } from './reading.ts';
import { guideSchema } from './schemas.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** What guide.yml says of a guide in all languages. */
export type GuideSettings = Pick<
  Guide,
  'date' | 'version' | 'authors' | 'funding' | 'url' | 'codes' | 'handoutPages' | 'machineTranslated'
>;

type GuideFile = YamlFile<InferOutput<typeof guideSchema>>;

/** guide.yml, and the words of it that differ by language. */
export interface ReadSettings {
  readonly settings: GuideSettings;
  /** The title in a language, or in the one nearest; null, with a finding, where there is none. */
  titleIn(language: string): string | null;
  promiseIn(language: string): string | null;
}

/** The settings of a guide without guide.yml. */
export const plainSettings: GuideSettings = {
  date: null,
  version: null,
  authors: [],
  funding: null,
  url: null,
  codes: { icd10: null, snomed: null },
  handoutPages: 2,
  machineTranslated: new Set(),
};

/** Reads `guide.yml`. `bases` says which language takes from which. */
export async function readGuideSettings(
  path: string,
  bases: ReadonlyMap<string, string>,
  reading: Reading,
): Promise<ReadSettings> {
  const yaml = await readYamlFile(path, guideSchema, reading, { within: dirname(path) });
  if (yaml === null) return { settings: plainSettings, titleIn: () => null, promiseIn: () => null };
  const { title, promise } = yaml.value;
  return {
    settings: settingsOf(yaml),
    titleIn: (language) => {
      const found = nearest(title, language, bases);
      if (found === null && !yaml.refused.has('title')) {
        const message = `Unexpected lack of a title in \`${language}\`, expected one: add it to \`title\``;
        reading.report('yaml-field', { file: yaml.file, position: yaml.at(['title']) }, message);
      }
      return found;
    },
    promiseIn: (language) => nearest(promise, language, bases),
  };
}

function settingsOf({ value }: GuideFile): GuideSettings {
  return {
    date: value.date ?? null,
    version: value.version ?? null,
    authors: value.authors,
    funding: value.funding ?? null,
    url: value.url ?? null,
    codes: { icd10: value.codes.icd10 ?? null, snomed: value.codes.snomed ?? null },
    machineTranslated: new Set(Object.keys(value.translated ?? {})),
    handoutPages: typeof value.handout === 'number' ? value.handout : value.handout.pages,
  };
}

/** The text of a language, of its base, or of the language without region. */
function nearest(
  texts: string | Readonly<Record<string, string>> | undefined,
  language: string,
  bases: ReadonlyMap<string, string>,
): string | null {
  if (texts === undefined || typeof texts === 'string') return texts ?? null;
  return texts[language] ?? texts[bases.get(language) ?? ''] ?? texts[primaryLanguage(language)] ?? null;
}
