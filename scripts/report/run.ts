import { rules, type Finding, type RuleId, type Severity } from '../findings.ts';
import type { Library } from '../model.ts';
import type { Options } from '../options.ts';

/** What the run looked at that wrote a report, and what its rules found. */
export interface Run {
  /** Ids of the guides that were read. */
  readonly guides: readonly string[];
  /** What else it was limited to: `--language es`. */
  readonly limits: readonly string[];
  readonly rules: readonly RuleCount[];
}

/** A rule, and how often it found something. */
export interface RuleCount {
  readonly id: RuleId;
  readonly stage: string;
  readonly severity: Severity;
  readonly findings: number;
}

/** Each rule that a build has: those of a patient's own copy are not among them. */
export function describeRun(library: Library, options: Options, findings: readonly Finding[]): Run {
  const { languages, places, clinics, editions, papers } = options;
  const filters = { language: languages, place: places, clinic: clinics, edition: editions, paper: papers };
  return {
    guides: library.guides.map(({ id }) => id).sort(),
    limits: Object.entries(filters).flatMap(([name, values]) => values.map((value) => `--${name} ${value}`)),
    rules: Object.entries(rules)
      .filter(([id]) => !id.startsWith('note-'))
      .map(([id, { stage, severity }]) => {
        const found = findings.filter(({ rule }) => rule === id);
        // `--strict` makes warnings errors.
        return { id: id as RuleId, stage, severity: found[0]?.severity ?? severity, findings: found.length };
      }),
  };
}
