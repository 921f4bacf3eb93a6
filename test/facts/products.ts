import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../../scripts/write/manifest.ts';
import { problemsOf, type Numbers, type Reading } from './compare.ts';
import { expectedIn, type Expected, type Original } from './expected.ts';
import { placeCodes, readClinicNumbers, readLanguage, readPlace, type PhoneNumber } from './places.ts';
import { readEpub, readPdf, readWeb } from './read-product.ts';
import { sheetProblems } from './sheets.ts';
import { readSourceGuide } from './source-guide.ts';

/** What was built, in the manifest's own words. */
export type Entry = Manifest['artifacts'][number];

/** Of what product facts are asked. */
export type Subject = Pick<Entry, 'guide' | 'language' | 'place' | 'clinic' | 'edition' | 'status'>;

/** What a product must say. */
export interface Asked {
  readonly expected: Expected;
  readonly numbers: Numbers;
  readonly isRightToLeft: boolean;
}

/** A product and what it must say. */
export interface Product extends Asked {
  readonly entry: Entry;
  readonly file: string;
}

/** All products of an output folder, with what the library's files ask of each. */
export function productsIn(content: string, output: string): readonly Product[] {
  const { artifacts } = JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as Manifest;
  return artifacts.map((entry) => ({ ...factsOf(content, entry), entry, file: path.join(output, entry.path) }));
}

/** What the library's files ask of a product. */
export function factsOf(content: string, subject: Subject): Asked {
  const { clinic, edition, guide: id, status } = subject;
  const clinics = readClinicNumbers(content);
  const language = readLanguage(content, subject.language);
  const code = subject.place ?? '';
  const place = readPlace(content, code, subject.language);
  const guide = readSourceGuide(content, id, language.tags);
  // Nobody has signed for what a machine translated: the card stands there in the library's language too.
  const original = guide.isMachine && status !== 'reviewed' ? originalOf(content, subject) : null;
  const own = [
    ...numbersOf(content, code, subject.language),
    ...(original ? numbersOf(content, code, original.language.tags[0] ?? '') : []),
    ...(clinics.get(clinic ?? '') ?? []),
  ];
  const others = placeCodes(content).flatMap((one) => numbersOf(content, one, subject.language));
  return {
    expected: expectedIn(edition, guide, place, language, original),
    numbers: { own, foreign: [...others, ...[...clinics.values()].flat()], sources: language.words['sources'] ?? '' },
    isRightToLeft: language.isRightToLeft,
  };
}

/** The text that was translated: English, as the place has it. */
function originalOf(content: string, { guide, place }: Subject): Original {
  const tag = place === 'US' ? 'en-US' : 'en-GB';
  const language = readLanguage(content, tag);
  return {
    guide: readSourceGuide(content, guide, language.tags),
    place: readPlace(content, place ?? '', tag),
    language,
  };
}

function numbersOf(content: string, code: string, tag: string): readonly PhoneNumber[] {
  return Object.values(readPlace(content, code, tag).numbers).filter((number) => number !== undefined);
}

/** A product as a reader has it. */
export function read({ entry, file, isRightToLeft }: Product): Promise<Reading> {
  if (entry.path.endsWith('.epub')) return readEpub(file);
  return entry.path.endsWith('.html') ? readWeb(file) : readPdf(file, isRightToLeft);
}

/** What a product lacks or says wrongly, read from its file. Sheets are held against the copy that they are made of. */
export async function problemsIn(product: Product): Promise<readonly string[]> {
  if (product.entry.variant === 'sheets') return sheetProblems(product.file);
  return problemsOf(await read(product), product.expected, product.numbers);
}

/** The problems of many products, by path; those without are left out. Reads a few at a time. */
export async function allProblems(products: readonly Product[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const waiting = [...products];
  const found: Record<string, readonly string[]> = {};
  const work = async (): Promise<void> => {
    for (let product = waiting.shift(); product !== undefined; product = waiting.shift()) {
      const problems = await problemsIn(product);
      if (problems.length > 0) found[product.entry.path] = problems;
    }
  };
  await Promise.all([work(), work(), work()]);
  return found;
}
