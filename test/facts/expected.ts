import type { Language, Place } from './places.ts';
import { nameAndDose, plainText, type Words } from './plain-text.ts';
import type { SourceBlock, SourceGuide, SourceLine } from './source-guide.ts';

/*
 * What belongs where. Written by hand: a template that leaves something out cannot change it.
 *
 *              | emergency card | other cards, ask-first, steps | actions                    | rest of a section
 *   handout    | page 1         | yes                           | sections `in: handout`     | the same sections
 *   guide      | page 1         | yes                           | sections `in: guide`       | the same sections
 *   checklist  | page 1         | no                            | first 8: name and how much | no
 *   large-print| page 1         | yes                           | sections `in: handout`     | the same sections
 *   booklet    | page 1         | yes                           | sections `in: guide`       | the same sections
 *   ebook      | yes            | yes                           | sections `in: ebook`       | the same sections
 *   web        | yes            | yes                           | sections `in: web`         | the same sections
 *
 * What a machine translated has the emergency card in the original’s language too, in all of them.
 */
const media: Readonly<Record<string, string | null>> = {
  handout: 'handout',
  guide: 'guide',
  checklist: null,
  'large-print': 'handout',
  booklet: 'guide',
  ebook: 'ebook',
  web: 'web',
};

const checklistRows = 8;

/** Words that must be there, with the line that they come from. */
export interface Fact {
  readonly words: Words;
  readonly where: string;
  /** What Chromium paints in one go: all paragraphs of a page, then all of its lists. */
  readonly layer: string;
}

/** Facts that follow each other in a product. */
export interface Strand {
  readonly name: string;
  readonly facts: readonly Fact[];
}

/** What a product must say. */
export interface Expected {
  /** The emergency card: on page 1, where there are pages. */
  readonly emergency: Strand;
  readonly strands: readonly Strand[];
}

/** The text that a machine translated. */
export interface Original {
  readonly guide: SourceGuide;
  readonly place: Place;
  readonly language: Language;
}

const cards = ['emergency', 'urgent', 'routine', 'ask-first'] as const;

/** What an edition must say of a guide; with an original, its emergency card too. */
export function expectedIn(
  edition: string,
  { sections }: SourceGuide,
  place: Place,
  language: Language,
  original: Original | null,
): Expected {
  const medium = media[edition];
  if (medium === undefined)
    throw new Error(`Expected a line for the edition ${edition} in the table of what belongs where`);
  const blocks = sections.flatMap((section) => section.blocks);
  const factsOf = (names: readonly string[]): readonly Fact[] =>
    names.flatMap((name) => blocks.filter((block) => block.name === name).flatMap((block) => inBlock(block, place)));
  const has = new Set(blocks.map(({ name }) => name));
  const headings = cards
    .filter((name) => has.has(name) && (medium !== null || name === 'emergency'))
    .map((name) => ({ words: [headingOf(name, place, language)], where: `the heading of ${name}`, layer: 'heading' }));
  const text = sections
    .filter((section) => medium !== null && section.in.includes(medium))
    .flatMap((section) => section.blocks.filter(({ name }) => !front.has(name)));
  const rows = blocks.flatMap(({ name, lines }) =>
    name === 'action' ? lines.filter(({ kind }) => kind === 'dose').flatMap((line) => doseOf(line, place)) : [],
  );
  return {
    emergency: { name: 'the emergency card', facts: factsOf(['emergency']) },
    strands: [
      { name: 'headings of cards', facts: headings },
      { name: 'cards', facts: factsOf(medium === null ? ['emergency'] : cards) },
      ...(medium === null
        ? [{ name: 'rows', facts: firstRows(rows, blocks) }]
        : [
            { name: 'steps', facts: factsOf(['steps']) },
            { name: 'sections', facts: text.flatMap((block) => inBlock(block, place)) },
            ...text.map((block) => ({ name: 'captions', facts: inBlock(block, place, true) })),
          ]),
      ...(original ? [originalCard(original)] : []),
    ].filter(({ facts }) => facts.length > 0),
  };
}

function originalCard({ guide, place, language }: Original): Strand {
  const blocks = guide.sections.flatMap((section) => section.blocks.filter(({ name }) => name === 'emergency'));
  const heading = { words: [headingOf('emergency', place, language)], where: 'its heading', layer: 'heading' };
  return { name: 'the original’s card', facts: [heading, ...blocks.flatMap((block) => inBlock(block, place))] };
}

/** These leave their section. */
const front: ReadonlySet<string> = new Set([...cards, 'steps']);

function inBlock({ lines }: SourceBlock, place: Place, captions = false): readonly Fact[] {
  return lines
    .filter(({ kind }) => (kind === 'caption') === captions)
    .flatMap((line) =>
      line.kind === 'dose'
        ? doseOf(line, place)
        : [{ words: plainText(line.markdown, place), where: line.where, layer: line.kind }],
    );
}

function doseOf({ markdown, where }: SourceLine, place: Place): readonly Fact[] {
  return nameAndDose(markdown).map((part, index) => ({
    words: plainText(part, place),
    where,
    layer: index === 0 ? 'name' : 'dose',
  }));
}

/** Names and doses of the actions that the page has room for. */
function firstRows(rows: readonly Fact[], blocks: readonly SourceBlock[]): readonly Fact[] {
  const shown = new Set(
    blocks
      .filter(({ name }) => name === 'action')
      .slice(0, checklistRows)
      .map(({ lines }) => lines[0]?.where),
  );
  return rows.filter(({ where }) => shown.has(where));
}

function headingOf(name: (typeof cards)[number], { numbers }: Place, { words }: Language): string {
  const key = {
    emergency: 'emergencyHeading',
    urgent: numbers['urgent'] ? 'urgentHeading' : 'urgentHeadingNoNumber',
    routine: 'routineHeading',
    'ask-first': 'askFirst',
  }[name];
  return (words[key] ?? '').replace('{number}', numbers[name]?.say ?? '______');
}
