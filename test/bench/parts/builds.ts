import path from 'node:path';
import type { Measured } from '../figures.ts';
import { addParagraph, type Built, type Stage } from '../stage.ts';

/** All of the content into an empty folder. */
export async function measureCold(stage: Stage): Promise<readonly Measured[]> {
  const samples = [(await stage.cold()).built.seconds];
  for (let round = 2; round <= Math.min(3, stage.scale.rounds); round++) {
    stage.progress(`cold build, round ${round}`);
    samples.push((await stage.build(await stage.content(), await stage.empty(), stage.scale.filters)).seconds);
  }
  const { artifacts } = (await stage.cold()).built;
  return [{ part: 'cold', what: `cold build, ${artifacts.length} products`, unit: 's', samples }];
}

/** The same once more: there is nothing to do. */
export async function measureNoChange(stage: Stage): Promise<readonly Measured[]> {
  const { out, built } = await stage.cold();
  const samples: number[] = [];
  for (let round = 1; round <= stage.scale.rounds; round++) {
    stage.progress(`no change, round ${round}`);
    const again = await stage.build(await stage.content(), out, stage.scale.filters);
    if (again.artifacts.length > 0)
      throw new Error(
        `Expected nothing to do, got ${again.artifacts.length} products: did a source file change meanwhile?`,
      );
    samples.push(again.seconds);
  }
  return [
    {
      part: 'no-change',
      what: 'no change, the whole content',
      unit: 's',
      samples,
      against: { what: 'cold build', samples: [built.seconds] },
      target: { of: 'median', most: 0.6 },
    },
  ];
}

/** One section of one guide edited, all of the content built. */
export async function measureEdited(stage: Stage): Promise<readonly Measured[]> {
  const content = await stage.ownContent();
  const out = await stage.empty();
  stage.progress('building a copy to edit');
  let before = await stage.build(content, out, stage.scale.filters);
  const cold = before.seconds;
  const guide = stage.scale.copies === null ? 'upper-back-pain' : 'upper-back-pain-0001';
  const section = path.join(content, 'guides', guide, 'en-GB', '02-why-it-hurts.md');
  const samples: number[] = [];
  let made = 0;
  for (let round = 1; round <= stage.scale.rounds; round++) {
    stage.progress(`one edited section, round ${round}`);
    await addParagraph(section, `This line is edit ${'again and '.repeat(round)}done.`);
    const after = await stage.build(content, out, stage.scale.filters);
    made = changed(before, after);
    if (made === 0 || (stage.scale.copies === null && made === after.artifacts.length))
      throw new Error(`Expected some of ${after.artifacts.length} products made anew, got ${made}`);
    samples.push(after.seconds);
    before = after;
  }
  return [
    {
      part: 'edited',
      what: `one edited section, ${made} of ${before.artifacts.length} products`,
      unit: 's',
      samples,
      against: { what: 'cold build', samples: [cold] },
    },
  ];
}

function changed(before: Built, after: Built): number {
  const known = new Map(before.artifacts.map((artifact) => [artifact.path, artifact.fingerprint]));
  return after.artifacts.filter((artifact) => known.get(artifact.path) !== artifact.fingerprint).length;
}
