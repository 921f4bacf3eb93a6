import { parseArgs } from 'node:util';

/** How much is measured. */
export interface Scale {
  /** Handouts, whole guides and raw pages of them. */
  readonly handouts: number;
  readonly guides: number;
  /** Clinics that hand out one guide. */
  readonly clinics: number;
  /** Artifacts of the three runs that show how time grows. */
  readonly growth: readonly [small: number, middle: number, large: number];
  /** How often what is compared is done in turn. */
  readonly rounds: number;
  /** What is made of "the whole content", by the command's own words. */
  readonly filters: readonly string[];
  /** Guides in "the whole content"; null for all that there are. */
  readonly copies: number | null;
}

/** What the bench was asked to do. */
export interface Options {
  readonly json: boolean;
  readonly short: boolean;
  /** Parts to measure, of those that there are. */
  readonly parts: readonly string[];
  readonly scale: Scale;
}

const full: Scale = {
  handouts: 100,
  guides: 20,
  clinics: 20,
  growth: [10, 100, 1000],
  rounds: 5,
  filters: [],
  copies: null,
};

/** Shows that all parts work; its figures are too small to be held against a target. */
const short: Scale = {
  handouts: 6,
  guides: 2,
  clinics: 3,
  growth: [10, 40, 160],
  rounds: 2,
  filters: ['--edition', 'handout', '--edition', 'web', '--paper', 'a4'],
  copies: 1,
};

/** Reads the words after `npm run bench --`. Throws an Error that says what may be typed. */
export function readOptions(words: readonly string[], parts: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
    strict: true,
  });
  const unknown = values.only.find((name) => !parts.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `Unexpected \`--only ${unknown}\`, expected one of ${parts.map((name) => `\`${name}\``).join(', ')}`,
    );
  return {
    json: values.json,
    short: values.short,
    parts: values.only.length > 0 ? parts.filter((name) => values.only.includes(name)) : parts,
    scale: values.short ? short : full,
  };
}
