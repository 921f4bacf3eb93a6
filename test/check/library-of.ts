import type { Finding } from '../../scripts/findings.ts';
import type { Country, Guide, Library, Section, Translation } from '../../scripts/model.ts';
import { parseMarkdown } from '../../scripts/read/markdown.ts';

/** A library of one guide from Markdown by path, `en-GB/01-warm.md`; in memory, for what no fixture folder can say. */
export function libraryOf(
  files: Readonly<Record<string, string>>,
  changes: { readonly guide?: Partial<Guide>; readonly library?: Partial<Library> } = {},
): Library {
  const languages = new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''));
  const guide: Guide = {
    id: 'warm',
    folder: '/content/guides/warm',
    file: 'warm/guide.yml',
    plain: false,
    date: null,
    version: null,
    authors: ['A named person'],
    funding: 'none',
    url: null,
    codes: { icd10: null, snomed: null },
    machineTranslated: new Set(),
    handoutPages: 2,
    figures: [],
    safetyLock: null,
    translations: new Map(Array.from(languages, (language) => [language, translationOf(language, files)])),
    ...changes.guide,
  };
  return {
    root: '/content',
    publisher: 'Test press',
    language: 'en-GB',
    place: 'GB',
    url: null,
    guides: [guide],
    languages: new Map(),
    places: new Map([countryOfCode('GB'), countryOfCode('US')].map((country) => [country.code, country])),
    facts: new Map(),
    references: new Map(),
    clinics: new Map(),
    reviews: [],
    whole: true,
    findings: [] satisfies Finding[],
    ...changes.library,
  };
}

function translationOf(language: string, files: Readonly<Record<string, string>>): Translation {
  const own = Object.entries(files).filter(([file]) => file.startsWith(`${language}/`));
  const sections = own.map(([file, source]): Section => {
    const name = file.slice(language.length + 1);
    const id = name.replace(/^\d+-|\.md$/g, '');
    return { id, file, path: name, title: id, in: ['guide'], translates: null, tree: parseMarkdown(source), source };
  });
  return { language, title: 'Warm', promise: null, sections, glossary: [], assets: new Map() };
}

function countryOfCode(code: string): Country {
  const service = { say: '1', dial: '1' };
  return {
    code,
    name: code,
    emergency: service,
    urgent: code === 'GB' ? service : null,
    poisons: null,
    names: {},
    paper: 'a4',
  };
}
