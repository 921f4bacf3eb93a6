import { marginalGrowth, medianOf, type Measured } from '../figures.ts';
import type { Stage } from '../stage.ts';
import { wordsFor } from './against-raw.ts';

/** How time grows with the number of artifacts: handouts, a guide each. */
export async function measureGrowth(stage: Stage): Promise<readonly Measured[]> {
  const [small, middle, large] = stage.scale.growth;
  const times = new Map<number, number[]>([small, middle, large].map((count) => [count, []]));
  // The large run is long enough to be its own mean; the others stand around it.
  for (const count of [small, middle, large, middle, small]) {
    stage.progress(`growth, ${count} artifacts`);
    const content = await stage.copies(count);
    const { seconds, artifacts } = await stage.build(content, await stage.empty(), wordsFor('handout'));
    if (artifacts.length !== count) throw new Error(`Expected ${count} artifacts, got ${artifacts.length}`);
    times.get(count)?.push(seconds);
  }
  const timesOf = (count: number): readonly number[] => times.get(count) ?? [];
  const medians = ([small, middle, large] as const).map((count) => ({ count, seconds: medianOf(timesOf(count)) }));
  const [first, second, third] = medians;
  if (!first || !second || !third) throw new Error(`Expected three runs, got ${medians.length}`);
  return [
    ...[small, middle, large].map((count): Measured => ({
      part: 'growth',
      what: `${count} artifacts, each`,
      unit: 'ms',
      samples: timesOf(count).map((seconds) => (seconds / count) * 1000),
    })),
    {
      part: 'growth',
      what: `one artifact more, ${small} to ${large} by ${small} to ${middle}`,
      unit: '×',
      samples: [marginalGrowth(first, second, third)],
      target: { of: 'median', most: 1.15 },
    },
  ];
}
