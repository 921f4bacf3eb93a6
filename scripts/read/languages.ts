import { join } from 'node:path';
import type { InferOutput } from 'valibot';
import { words as wordTable, type Words } from '../../templates/words.ts';
import type { Language } from '../model.ts';
import { directionOf } from './language-tag.ts';
import type { Reading } from './reading.ts';
import { languageSchema } from './schemas.ts';
import { readYamlFolder, type YamlFile } from './yaml-file.ts';

/** The languages of a library, and which takes from which what it lacks. */
export interface Languages {
  readonly languages: ReadonlyMap<string, Language>;
  /** `en-US` to `en-GB`. */
  readonly bases: ReadonlyMap<string, string>;
}

type LanguageFile = YamlFile<InferOutput<typeof languageSchema>>;

/** Reads `content/languages/`. A word that neither a language nor its base has is a finding and prints as `[its name]`. */
export async function readLanguages(folder: string, reading: Reading): Promise<Languages> {
  const files = await readYamlFolder(folder, languageSchema, reading);
  const languages = new Map<string, Language>();
  const bases = new Map<string, string>();
  for (const [tag, file] of files) {
    checkBase(file, files, reading);
    checkHoles(file, reading);
    languages.set(tag, makeLanguage(tag, chainOf(file, files), reading));
    if (file.value.base !== undefined) bases.set(tag, file.value.base);
  }
  if (files.size === 0) {
    const where = { file: reading.shown(join(folder, 'en-GB.yml')) };
    reading.report('file-unreadable', where, 'Unexpected lack of languages, expected one file each: add one');
  }
  return { languages, bases };
}

/** A language's words where there is no file at all: their names. */
export const noWords: Words = wordsFrom({});

function checkBase(
  { file, value, at }: LanguageFile,
  files: ReadonlyMap<string, LanguageFile>,
  reading: Reading,
): void {
  if (value.base === undefined || files.has(value.base)) return;
  const tags = [...files.keys()].map((tag) => `\`${tag}\``).join(', ');
  const message = `Unexpected base \`${value.base}\`, expected one of ${tags}: change it or add its file`;
  reading.report('yaml-field', { file, position: at(['base']) }, message);
}

/** A hole that the template does not fill would be printed as it is. */
function checkHoles({ file, value, at }: LanguageFile, reading: Reading): void {
  const described: Readonly<Record<string, string>> = wordTable;
  for (const [name, word] of Object.entries(value.words ?? {})) {
    for (const [hole] of String(word).matchAll(/\{\w+\}/g)) {
      if (described[name]?.includes(hole) === true) continue;
      const message = `Unexpected \`${hole}\` in word \`${name}\`, expected those that templates/words.ts names: remove it`;
      reading.report('yaml-field', { file, position: at(['words', name]) }, message);
    }
  }
}

/** The language, its base, the base's base; ends where they turn in a circle. */
function chainOf(
  file: LanguageFile,
  files: ReadonlyMap<string, LanguageFile>,
): readonly [LanguageFile, ...LanguageFile[]] {
  const chain: [LanguageFile, ...LanguageFile[]] = [file];
  for (let base = files.get(file.value.base ?? ''); base !== undefined; base = files.get(base.value.base ?? '')) {
    if (chain.includes(base)) break;
    chain.push(base);
  }
  return chain;
}

function makeLanguage(tag: string, chain: readonly [LanguageFile, ...LanguageFile[]], reading: Reading): Language {
  const [{ value: own }] = chain;
  const values = chain.map(({ value }) => value);
  const words: Readonly<Record<string, string>> = Object.assign(
    {},
    ...values.map(({ words }) => words ?? {}).reverse(),
  );
  const months = values.find(({ months }) => months !== undefined)?.months;
  reportLacking(chain[0], { name: own.name, months, ...words }, reading);
  return {
    tag,
    name: own.name ?? tag,
    // Not from the base: Arabic may take words from English, but not its direction.
    direction: own.direction ?? directionOf(tag),
    decimal: values.find(({ decimal }) => decimal !== undefined)?.decimal ?? '.',
    months: months ?? twelveNumbers,
    words: wordsFrom(words),
  };
}

function reportLacking(
  { file, refused }: LanguageFile,
  given: Readonly<Record<string, unknown>>,
  { report }: Reading,
): void {
  const words = refused.has('words') ? [] : Object.keys(wordTable);
  const lacking = ['name', 'months', ...words].filter((name) => given[name] === undefined && !refused.has(name));
  if (lacking.length === 0) return;
  const names = lacking.slice(0, 8).map((name) => `\`${name}\``);
  const more = lacking.length > names.length ? ` and ${lacking.length - names.length} more` : '';
  const message = `Unexpected lack of ${names.join(', ')}${more}, expected every word: add them or a \`base\``;
  report('yaml-field', { file }, message);
}

/** Months where no file names them. */
export const twelveNumbers: readonly string[] = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** All words; for one that is not there its name. */
function wordsFrom(words: Readonly<Record<string, string>>): Words {
  const all = { ...Object.fromEntries(Object.keys(wordTable).map((name) => [name, `[${name}]`])), ...words };
  if (!isComplete(all)) throw new Error('expected every word of the table, got fewer');
  return all;
}

function isComplete(words: Readonly<Record<string, string>>): words is Words {
  return Object.keys(wordTable).every((name) => words[name] !== undefined);
}
