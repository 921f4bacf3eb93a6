import type { EditionId, Paper } from '../../../scripts/model.ts';
import type { Measured } from '../figures.ts';
import { canSeeProcesses } from '../process-tree.ts';
import { RawChrome, type RawDocument, writeRawHtml } from '../raw-chrome.ts';
import type { Stage } from '../stage.ts';

/** What is printed by both sides. */
interface Match {
  readonly part: string;
  readonly what: string;
  readonly edition: EditionId;
  /** Guides, and the products of each: one for each paper and place. */
  readonly guides: number;
  readonly papers: readonly Paper[];
  readonly places: readonly string[];
  /** Prints of each document by raw Chrome: the last is what the target is about. */
  readonly passes: readonly [number, ...number[]];
  /** Null where it is reported alone. */
  readonly target: number | null;
}

/**
 * 100 handouts against raw Chrome: of 25 guides, on two papers and for two places, as clinics have them; and of 100 guides, one
 * each, where reading and checking the whole text of each guide weighs most.
 */
export async function measureHandouts(stage: Stage): Promise<readonly Measured[]> {
  const { handouts } = stage.scale;
  const match = { edition: 'handout', passes: [1] } as const;
  const guides = Math.ceil(handouts / 4);
  const shared = { guides, papers: ['a4', 'letter'], places: ['GB', 'US'] } as const;
  const single = { guides: handouts, papers: ['a4'], places: ['GB'] } as const;
  return [
    ...(await measureMatch(stage, {
      ...match,
      ...shared,
      part: 'handouts',
      what: `${guides * 4} handouts of ${guides} guides`,
      target: 1.6,
    })),
    ...(await measureMatch(stage, {
      ...match,
      ...single,
      part: 'handouts',
      what: `${handouts} handouts of as many guides`,
      target: null,
    })),
  ];
}

/** 20 whole guides against raw Chrome, which does not know its own pages: two passes print what one has counted. */
export function measureGuides(stage: Stage): Promise<readonly Measured[]> {
  const { guides } = stage.scale;
  return measureMatch(stage, {
    part: 'guides',
    what: `${guides} whole guides`,
    edition: 'guide',
    guides,
    papers: ['a4'],
    places: ['GB'],
    passes: [1, 2],
    target: 2,
  });
}

/** The words of the command that make one edition of each copy. */
export function wordsFor(
  edition: EditionId,
  papers: readonly Paper[] = ['a4'],
  places: readonly string[] = [],
): readonly string[] {
  return ['--edition', edition, '--language', 'en-GB', ...flags('--paper', papers), ...flags('--place', places)];
}

function flags(flag: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [flag, value]);
}

async function measureMatch(stage: Stage, match: Match): Promise<readonly Measured[]> {
  const { part, what, edition, guides, papers, places, passes, target } = match;
  const count = guides * papers.length * places.length;
  stage.progress(`${what}: composing what raw Chrome prints`);
  const content = await stage.copies(guides);
  const documents = await writeRawHtml(stage, content, { editions: [edition], languages: ['en-GB'], papers, places });
  if (documents.length !== count) throw new Error(`Expected ${count} documents of ${edition}, got ${documents.length}`);
  const chrome = await RawChrome.find(stage);
  const ours: number[] = [];
  const raw = passes.map((): number[] => []);
  for (let round = 1; round <= stage.scale.rounds; round++) {
    stage.progress(`${what}, round ${round} of ${stage.scale.rounds}: Guidepress`);
    const { seconds, artifacts } = await stage.build(content, await stage.empty(), wordsFor(edition, papers, places));
    if (artifacts.length !== count)
      throw new Error(`Expected ${count} products of ${edition}, got ${artifacts.length}`);
    ours.push(seconds);
    for (const [index, number] of passes.entries()) {
      stage.progress(`${what}, round ${round} of ${stage.scale.rounds}: raw Chrome, ${passesOf(number)}`);
      raw[index]?.push((await chrome.print(documents, number)).seconds);
    }
  }
  const last = passes.length - 1;
  const timed = passes.flatMap((number, index): Measured[] => {
    const against = { what: `raw Chrome, ${passesOf(number)}`, samples: raw[index] ?? [] };
    const judged = index === last && target !== null ? { target: { of: 'ratio' as const, most: target } } : {};
    return [
      { part, what: `${what}, ${against.what}`, unit: 's', samples: against.samples },
      { part, what: `${what}, Guidepress`, unit: 's', samples: ours, against, ...judged },
    ];
  });
  return [...timed, ...(await measureProcessors(stage, match, { content, documents, chrome }))];
}

/** Processor time of both sides: it says what wall time hides where the machine has other work. */
async function measureProcessors(
  stage: Stage,
  { part, what, edition, papers, places, passes }: Match,
  { content, documents, chrome }: { content: string; documents: readonly RawDocument[]; chrome: RawChrome },
): Promise<readonly Measured[]> {
  if (!canSeeProcesses()) return [];
  stage.progress(`${what}: processor time`);
  const most = passes.at(-1) ?? 1;
  const raw = await chrome.print(documents, most, true);
  const ours = await stage.build(content, await stage.empty(), wordsFor(edition, papers, places), true);
  const against = { what: `raw Chrome, ${passesOf(most)}`, samples: [raw.seen?.cpuSeconds ?? 0] };
  const row = { part, unit: 's' as const };
  return [
    { ...row, what: `processor time, ${what}, ${against.what}`, samples: against.samples },
    { ...row, what: `processor time, ${what}, Guidepress`, samples: [ours.seen?.cpuSeconds ?? 0], against },
  ];
}

function passesOf(number: number): string {
  return number === 1 ? '1 pass' : `${number} passes`;
}
