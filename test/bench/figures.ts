/** What was measured, several times where it varies. */
export interface Measured {
  /** The part it belongs to: what `--only` names. */
  readonly part: string;
  readonly what: string;
  readonly unit: 's' | 'ms' | 'MB' | 'kB' | '×';
  readonly samples: readonly number[];
  /** What each sample is divided by: taken in the same round, or one for all. */
  readonly against?: { readonly what: string; readonly samples: readonly number[] };
  /** The most that the median, or its ratio, may be. */
  readonly target?: { readonly of: 'median' | 'ratio'; readonly most: number };
  readonly note?: string;
}

/** A measurement with its figures. */
export interface Figures extends Measured {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly ratio: Ratio | null;
  /** Null without a target. */
  readonly ok: boolean | null;
}

/** How two things that were measured in turn compare. */
export interface Ratio {
  /** Median of the rounds' own ratios: what slows the machine down slows both sides of a round. */
  readonly value: number;
  /** The best of the one by the best of the other: what a quiet machine would show. */
  readonly ofMinima: number;
}

/** The figures of a measurement. Throws on one without samples, or where rounds lack their other side. */
export function figuresOf(measured: Measured): Figures {
  const { samples, against, target } = measured;
  const median = medianOf(samples);
  const ratio = against === undefined ? null : ratioOf(samples, against.samples);
  const judged = target === undefined ? null : target.of === 'median' ? median : (ratio?.value ?? null);
  return {
    ...measured,
    median,
    min: Math.min(...samples),
    max: Math.max(...samples),
    ratio,
    ok: judged === null || target === undefined ? null : judged <= target.most,
  };
}

/** The middle of some numbers, or the mean of the two in the middle. Throws on none. */
export function medianOf(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('Expected at least one sample, got none');
  return (lower + upper) / 2;
}

/** Each sample by its partner of the same round; one partner stands for all rounds. */
function ratioOf(samples: readonly number[], partners: readonly number[]): Ratio {
  if (partners.length !== samples.length && partners.length !== 1)
    throw new Error(`Expected ${samples.length} samples to compare with, or one, got ${partners.length}`);
  const rounds = samples.map((sample, index) => sample / (partners[index] ?? partners[0] ?? Number.NaN));
  return { value: medianOf(rounds), ofMinima: Math.min(...samples) / Math.min(...partners) };
}

/** A run of a number of artifacts and what it took. */
export interface Growth {
  readonly count: number;
  readonly seconds: number;
}

/**
 * What one artifact more costs up to the largest run, by what it costs up to the middle one: 1 where time grows in line.
 * The smallest run takes the start off both.
 */
export function marginalGrowth(small: Growth, middle: Growth, large: Growth): number {
  const cost = (to: Growth): number => (to.seconds - small.seconds) / (to.count - small.count);
  return cost(large) / cost(middle);
}
