import type { Measured } from '../figures.ts';
import { canSeeProcesses } from '../process-tree.ts';
import type { Built, Stage } from '../stage.ts';
import { wordsFor } from './against-raw.ts';

const megabyte = 1_000_000;

/** The most memory that the command and its browser hold together, in runs of their own: to look at it takes time. */
export async function measureMemory(stage: Stage): Promise<readonly Measured[]> {
  if (!canSeeProcesses()) {
    stage.progress('memory: left out, this system does not tell it as Linux does');
    return [];
  }
  const { handouts, guides, filters } = stage.scale;
  const runs = [
    ['cold build', await stage.content(), filters],
    [`${handouts} handouts`, await stage.copies(handouts), wordsFor('handout')],
    [`${guides} whole guides`, await stage.copies(guides), wordsFor('guide')],
  ] as const;
  const measured: Measured[] = [];
  for (const [what, content, words] of runs) {
    stage.progress(`memory, ${what}`);
    measured.push(peakOf(what, await stage.build(content, await stage.empty(), words, true)));
  }
  return measured;
}

function peakOf(what: string, { seen }: Built): Measured {
  if (seen === null) throw new Error(`Expected the memory of ${what}, got none: it ended before anybody looked`);
  const { peak } = seen;
  const counted = peak.wholes === 0 ? 'PSS' : `PSS, of ${peak.wholes} RSS`;
  return {
    part: 'memory',
    what: `peak memory, ${what}`,
    unit: 'MB',
    samples: [peak.bytes / megabyte],
    target: { of: 'median', most: 600 },
    note: `${peak.processes} processes, ${counted}`,
  };
}
