import type { Element, ElementContent } from 'hast';
import type { Children, Country, Language, Library, Order, Section, Translation } from '../model.ts';
import type { Block, CareCard, OriginalCard } from '../../templates/view.ts';
import { internalTarget } from '../anchors.ts';
import { takeBlocks } from './blocks.ts';
import { liftBlocks } from './lift-blocks.ts';
import { sectionToHast, serviceOf } from './to-hast.ts';

/** The text that a machine translated, with the words of its language. */
export interface Original {
  readonly translation: Translation;
  readonly language: Language;
}

/**
 * The text that stands beside a machine's translation until somebody named has reviewed that: the guide in the library's
 * own language, in the form of the order's place where the guide has one (`en-US` in US). Null for every other order.
 */
export function originalOf({ guide, language, country, status }: Order, library: Library): Original | null {
  const { translations, machineTranslated } = guide;
  if (!machineTranslated.has(language.tag) || status === 'reviewed') return null;
  const written = [...translations.values()].filter((one) => !machineTranslated.has(one.language));
  const own = translations.get(library.language) ?? written[0];
  const regional = written.find((one) => own && country && one.language === formOf(own.language, country));
  const translation = regional ?? own;
  const spoken = translation && library.languages.get(translation.language);
  return translation && spoken && spoken.tag !== language.tag ? { translation, language: spoken } : null;
}

/** `en-GB` in the United States: `en-US`. */
function formOf(tag: string, { code }: Country): string {
  return `${tag.split('-')[0]}-${code}`;
}

/** Gives each emergency card the same card of the original, with the numbers of the order's own place. */
export function withOriginals(cards: readonly CareCard[], order: Order, library: Library): readonly CareCard[] {
  const original = originalOf(order, library);
  if (original === null) return cards;
  const found = emergencyCards(original, order.country);
  const wanted = cards.filter(({ band }) => band === 'emergency');
  // Where they do not pair, the first card says all that the original says: no sign is left out.
  const contents = found.length === wanted.length ? found : [found.flat()];
  const words = printedIn(original.language, order.country);
  return cards.map((card) => {
    const content = contents[wanted.indexOf(card)];
    return content && content.length > 0 ? { ...card, original: { ...words, content } } : card;
  });
}

function printedIn(language: Language, country: Country | null): Omit<OriginalCard, 'content'> {
  const context = { country, language: language.tag };
  return {
    language: language.tag,
    direction: language.direction,
    words: language.words,
    emergency: serviceOf(context, 'emergency'),
    urgent: serviceOf(context, 'urgent'),
  };
}

/** True for a section of which an emergency card is made. */
export function holdsEmergencyCard({ tree }: Section): boolean {
  return tree.children.some((node) => node.type === 'containerDirective' && node.name === 'emergency');
}

function emergencyCards({ translation, language }: Original, country: Country | null): readonly Children[] {
  const context = {
    country,
    language: language.tag,
    blank: '______',
    callPicture: () => '',
    target: internalTarget(translation),
  };
  return translation.sections
    .filter(holdsEmergencyCard)
    .flatMap((section) => takeBlocks(liftBlocks(sectionToHast(section, context).children, language.direction)).blocks)
    .filter((block: Block): block is CareCard => block.kind === 'care-card' && block.band === 'emergency')
    .map(({ content }) => wordsAlone(content));
}

/** Pictures, sources and notes stand with the translation. */
const leftOut: ReadonlySet<string> = new Set(['gp-cite', 'gp-note-ref', 'gp-figure', 'img']);

/** The words, without ids: those are the translation's. */
function wordsAlone(content: Children): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (leftOut.has(node.tagName)) return [];
    const { id: _, ...properties } = node.properties;
    return [{ ...node, properties, children: wordsAlone(node.children) } satisfies Element];
  });
}
