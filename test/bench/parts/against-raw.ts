import type { EditionId } from '../../../scripts/model.ts';
import type { Measured } from '../figures.ts';
import { canSeeProcesses } from '../process-tree.ts';
import { RawChrome, type RawDocument, writeRawHtml } from '../raw-chrome.ts';
import type { Stage } from '../stage.ts';

/** What is printed by both sides. */
interface Match {
  readonly part: string;
  readonly what: string;
  readonly edition: EditionId;
  readonly count: number;
  /** Prints of each document by raw Chrome: the last is what the target is about. */
  readonly passes: readonly [number, ...number[]];
  readonly target: number;
}

/** 100 handouts against raw Chrome. */
export function measureHandouts(stage: Stage): Promise<readonly Measured[]> {
  const { handouts } = stage.scale;
  return measureMatch(stage, {
    part: 'handouts',
    what: `${handouts} handouts`,
    edition: 'handout',
    count: handouts,
    passes: [1],
    target: 1.6,
  });
}

/** 20 whole guides against raw Chrome, which does not know its own pages: two passes print what one has counted. */
export function measureGuides(stage: Stage): Promise<readonly Measured[]> {
  const { guides } = stage.scale;
  return measureMatch(stage, {
    part: 'guides',
    what: `${guides} whole guides`,
    edition: 'guide',
    count: guides,
    passes: [1, 2],
    target: 2,
  });
}

/** The words of the command that make one edition of each copy. */
export function wordsFor(edition: EditionId): readonly string[] {
  return ['--edition', edition, '--paper', 'a4', '--language', 'en-GB'];
}

async function measureMatch(stage: Stage, match: Match): Promise<readonly Measured[]> {
  const { part, what, edition, count, passes, target } = match;
  stage.progress(`${what}: composing what raw Chrome prints`);
  const content = await stage.copies(count);
  const documents = await writeRawHtml(stage, content, { editions: [edition], languages: ['en-GB'], a4Only: true });
  if (documents.length !== count) throw new Error(`Expected ${count} documents of ${edition}, got ${documents.length}`);
  const chrome = await RawChrome.find(stage);
  const ours: number[] = [];
  const raw = passes.map((): number[] => []);
  for (let round = 1; round <= stage.scale.rounds; round++) {
    stage.progress(`${what}, round ${round} of ${stage.scale.rounds}: Guidepress`);
    const { seconds, artifacts } = await stage.build(content, await stage.empty(), wordsFor(edition));
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
    const judged = index === last ? { target: { of: 'ratio' as const, most: target } } : {};
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
  { part, what, edition, passes }: Match,
  { content, documents, chrome }: { content: string; documents: readonly RawDocument[]; chrome: RawChrome },
): Promise<readonly Measured[]> {
  if (!canSeeProcesses()) return [];
  stage.progress(`${what}: processor time`);
  const most = passes.at(-1) ?? 1;
  const raw = await chrome.print(documents, most, true);
  const ours = await stage.build(content, await stage.empty(), wordsFor(edition), true);
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
