import { createHash } from 'node:crypto';
import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Asset, Country, Guide, Library, Section, Translation } from '../model.ts';
import { textWithoutFrontMatter } from '../source-hash.ts';
import type { Citation, FactLink } from '../syntax.ts';

/** What a person signs: a guide's text in one language, with the numbers of one place. */
export interface Content {
  readonly guide: Guide;
  readonly translation: Translation;
  /** Null where no place is known: products leave lines to fill in. */
  readonly country: Country | null;
}

/** Changes when the list below does: no earlier signature stands for what it did not cover. */
const version = 'guidepress content 1';

/**
 * Lower-case hexadecimal SHA-256 (FIPS 180-4) of all that a reviewer answers for: id and language of the guide, title
 * and promise; of each section in its order the id, the title, the products it is in and its text; the meanings of
 * words; the facts and sources that the text uses; the file of each picture; the place with what it says and dials,
 * and the names of its services in this language. Shared sections and shared pictures count as the guide's own.
 *
 * Left out, since no advice is in it: date, version, authors, funding, address, codes, the handout's page limit, a
 * clinic's own name and phones, and the words, styles and order that templates add. Front matter counts only by what
 * it decides. The same content gives the same hash on all machines: no path, no line end and no clock is in it.
 */
export function contentHash(content: Content, library: Pick<Library, 'facts' | 'references'>): string {
  const { guide, translation, country } = content;
  const { language, title, promise, sections, glossary } = translation;
  const form = [
    ['guide', guide.id, language, title, promise],
    ['sections', sections.map(sectionForm)],
    ['words', glossary.map(({ word, forms, meaning }) => [word, forms, meaning])],
    ['facts', usedFacts(sections).map((id) => [id, library.facts.get(id)?.text ?? null])],
    ['sources', usedSources(sections).map((key) => [key, sourceForm(key, library)])],
    ['pictures', pictureHashes(translation)],
    ['place', country === null ? null : placeForm(country, language)],
  ];
  return createHash('sha256')
    .update(JSON.stringify([version, form]))
    .digest('hex');
}

function sectionForm(section: Section): unknown {
  return [section.id, section.title, sorted(section.in), textWithoutFrontMatter(section)];
}

/** Ids of the facts that a text uses, sorted. */
export function usedFacts(sections: readonly Section[]): readonly string[] {
  const ids = new Set<string>();
  for (const { tree } of sections) visit(tree, 'fact', ({ id }: FactLink) => void ids.add(id));
  return sorted(ids);
}

/** Keys of the sources that a text cites, sorted. */
export function usedSources(sections: readonly Section[]): readonly string[] {
  const used = new Set<string>();
  for (const { tree } of sections)
    visit(tree, 'citation', ({ keys }: Citation) => keys.forEach((key) => used.add(key)));
  return sorted(used);
}

/** What a source's line in a product is made of; when it was looked at is not printed. */
function sourceForm(key: string, { references }: Pick<Library, 'references'>): unknown {
  const source = references.get(key);
  if (source === undefined) return null;
  const authors = source.author.map(({ family, given, literal }) => [family ?? null, given ?? null, literal ?? null]);
  const { type, title, containerTitle, publisher, issued, volume, issue, page, doi, url } = source;
  return [type, title, authors, containerTitle, publisher, issued, volume, issue, page, doi, url];
}

/** Pictures in the order in which the text shows them, then those of raw HTML: what swaps places is another content. */
function pictureHashes({ sections, assets }: Translation): unknown {
  const shown: string[] = [];
  const add = ({ url }: Image): void => void shown.push(url.replace(/^asset:/, ''));
  for (const { tree } of sections) {
    visit(tree, (node) => {
      if (node.type === 'figure') add(node.image);
      if (node.type === 'image') add(node);
    });
  }
  const others = [...assets].filter(([id]) => !shown.includes(id)).map(([, asset]) => pictureHash(asset) ?? '');
  return [shown.map((id) => pictureHash(assets.get(id))), sorted(others)];
}

function pictureHash(asset: Asset | undefined): string | null {
  if (asset === undefined) return null;
  return asset.original ?? createHash('sha256').update(asset.bytes).digest('hex');
}

function placeForm(country: Country, language: string): unknown {
  const services = (['emergency', 'urgent', 'poisons'] as const).map((name) => {
    const service = country[name];
    return service === null ? null : [name, service.say, service.dial];
  });
  const names = country.names[language] ?? {};
  return [country.code, services, sorted(Object.keys(names)).map((name) => [name, names[name]])];
}

/** By code units: no machine's language decides the order. */
function sorted(texts: Iterable<string>): readonly string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
