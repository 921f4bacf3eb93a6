import type { Element } from 'hast';
import type { Children, Library, Order, Section, Translation } from '../model.ts';
import type { Edition } from '../../templates/edition.ts';
import type {
  Action,
  AskFirst,
  Block,
  CareCard,
  Code,
  FigureBlock,
  SectionView,
  Source,
  Steps,
  View,
} from '../../templates/view.ts';
import { fill } from '../../templates/words.ts';
import { clinicView } from './clinic-view.ts';
import { eachElement } from './each.ts';
import { citedKeys, contentOf, takeBlocks, textOf } from './blocks.ts';
import { withoutGaps } from './heading-levels.ts';
import { liftBlocks } from './lift-blocks.ts';
import { dateInWords } from './dates.ts';
import { termsIn } from './glossary.ts';
import { internalTarget } from '../anchors.ts';
import { clinicNote, sectionsFor } from './own-view.ts';
import { withOriginals } from './original.ts';
import { formatReference, referenceUrl } from './sources.ts';
import { noteBackId, noteId, sectionToHast, serviceOf } from './to-hast.ts';

/** What a blank for an unknown number looks like; it holds no letters. */
const blank = '______';

/** Gathers all that the edition's template may print. Cards, ask-first boxes and steps come out of every section. */
export function viewOf(order: Order, library: Library, edition: Edition): View {
  const { guide, translation, language, country } = order;
  const { words } = language;
  const callPicture = (id: string): string => (guide.plain && translation.assets.get(id)?.name) || '';
  const context = {
    country,
    language: language.tag,
    blank,
    callPicture,
    target: internalTarget(translation),
  };
  const all = sectionsOf(translation, `${language.tag} ${country?.code ?? ''}`, (section) => {
    const hast = sectionToHast(section, context);
    nameBlocks(section, hast.children);
    return viewSection(section, hast, language.direction);
  });
  const blocks = all.flatMap((section) => section.blocks);
  const behind = all.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => !standsInFront(block)),
  }));
  const sections = sectionsFor(behind, edition.medium, order.own).filter(
    (section, _, { length }) => section.blocks.length > 0 || section.notes.length > 0 || length === 1,
  );
  const front = blocks.filter(standsInFront);
  const chosen = order.own?.actions ?? null;
  const actions = blocks
    .filter((block): block is Action => block.kind === 'action')
    .filter(({ id }) => chosen === null || chosen.has(id));
  const cards = front.filter((block): block is CareCard => block.kind === 'care-card').sort(byBand);
  const status = statusWords(order);
  const clinic = order.clinic && clinicView(order.clinic, { language: language.tag, fallback: library.language });
  return {
    edition: edition.id,
    plain: guide.plain,
    paper: order.paper,
    language: language.tag,
    direction: language.direction,
    words,
    country,
    emergency: serviceOf(context, 'emergency'),
    urgent: serviceOf(context, 'urgent'),
    publisher: library.publisher,
    issuer: clinic?.name ?? { text: library.publisher, lang: undefined },
    clinic,
    title: translation.title,
    promise: translation.promise,
    version: guide.version,
    date: guide.date && dateInWords(guide.date, language),
    status: order.status,
    statusSentence: status.sentence,
    statusBand: status.band,
    nextReview: order.review && dateInWords(order.review.next, language),
    authors: guide.authors,
    funding: guide.funding,
    code: codeOf(guide.url, clinic?.url ?? null),
    cards: withOriginals(cards, order, library),
    askFirst: front.filter((block): block is AskFirst => block.kind === 'ask-first'),
    steps: front.find((block): block is Steps => block.kind === 'steps') ?? null,
    sections,
    clinicNote: clinicNote(order.own),
    actions,
    actionNames: new Map(actions.map((action) => [action.id, textOf(action.name)])),
    handoutPages: guide.handoutPages,
    sources: sourcesOf([...front, ...sections.flatMap((section) => section.blocks)], sections, library, order),
    terms: termsIn(sections, translation.glossary),
    opening: guide.plain ? null : (blocks.find(isPicture) ?? null),
  };
}

/** The guide's own address, else the clinic's, whose page is not the guide. */
function codeOf(guide: string | null, clinic: string | null): Code | null {
  if (guide !== null) return { url: guide, opens: 'guide' };
  return clinic === null ? null : { url: clinic, opens: 'clinic' };
}

/** By translation, then by language and place. */
const knownSections = new WeakMap<Translation, Map<string, readonly SectionView[]>>();

/** All sections of a translation, made once for all editions and papers: what is composed of them is a copy. */
function sectionsOf(
  translation: Translation,
  place: string,
  view: (section: Section) => SectionView,
): readonly SectionView[] {
  const known = knownSections.get(translation) ?? new Map<string, readonly SectionView[]>();
  knownSections.set(translation, known);
  const sections = known.get(place) ?? translation.sections.map(view);
  known.set(place, sections);
  return sections;
}

const namedBlocks = new Set(['p', 'li', 'td', 'th', 'pre', 'dt', 'dd', 'img']);

/** Gives each block of text a key, by which editions find each other's places. */
function nameBlocks({ id }: Section, children: Children): void {
  let number = 0;
  eachElement(children, (element) => {
    if (namedBlocks.has(element.tagName))
      Object.assign((element.data ??= {} as NonNullable<Element['data']>), { block: `${id}/${(number += 1)}` });
  });
}

function viewSection(
  section: Section,
  hast: ReturnType<typeof sectionToHast>,
  direction: View['direction'],
): SectionView {
  const { title, blocks } = takeBlocks(liftBlocks(hast.children, direction));
  return {
    id: section.id,
    title: title ?? [{ type: 'text', value: section.title }],
    titleText: title ? textOf(title) : section.title,
    in: section.in,
    blocks: withoutGaps(blocks),
    notes: hast.notes.map((note, index) => ({
      id: noteId(section, index + 1),
      backId: noteBackId(section, index + 1),
      label: String(index + 1),
      content: note.children.filter((child) => child.type !== 'text' || child.value.trim() !== ''),
    })),
  };
}

function standsInFront(block: Block): boolean {
  return block.kind === 'care-card' || block.kind === 'ask-first' || block.kind === 'steps';
}

const bands = ['emergency', 'urgent', 'routine'];

function byBand(a: CareCard, b: CareCard): number {
  return bands.indexOf(a.band) - bands.indexOf(b.band);
}

function isPicture(block: Block): block is FigureBlock {
  return block.kind === 'figure' && block.image.tagName === 'img' && block.image.properties['alt'] !== '';
}

/** Sources in the order in which this product cites them. */
function sourcesOf(
  blocks: readonly Block[],
  sections: readonly SectionView[],
  library: Library,
  order: Order,
): Source[] {
  const keys = new Set<string>();
  const collect = (children: Children): void => {
    eachElement(children, (element) => {
      for (const key of citedKeys(element)) keys.add(key);
    });
  };
  for (const block of blocks) collect(contentOf(block));
  for (const section of sections) for (const note of section.notes) collect(note.content);
  return [...keys].flatMap((key, index) => {
    const reference = library.references.get(key);
    return reference
      ? [
          {
            id: `guidepress-source-${index + 1}`,
            key,
            number: index + 1,
            text: formatReference(reference, order.language.words),
            url: referenceUrl(reference),
          },
        ]
      : [];
  });
}

function statusWords({ status, review, guide, language }: Order): { sentence: string; band: string } {
  const { words } = language;
  const isMachine = guide.machineTranslated.has(language.tag);
  const by = review?.by ?? '';
  const date = review ? dateInWords(review.date, language) : '';
  const next = review ? dateInWords(review.next, language) : '';
  switch (status) {
    case 'reviewed':
      return { sentence: fill(words.reviewed, { by, date }), band: fill(words.reviewedBand, { date }) };
    case 'expired':
      return { sentence: fill(words.expired, { by, date: next }), band: words.expiredBand };
    case 'incomplete':
      return { sentence: `${words.incomplete}. ${words.draft}`, band: words.incomplete };
    case 'draft':
      return { sentence: isMachine ? words.machine : words.draft, band: words.draftBand };
  }
}
