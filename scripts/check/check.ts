import type { Report, RuleId } from '../findings.ts';
import type { Clinic, Country, Guide, Library, Section, Translation } from '../model.ts';

/** What a check looks at: one guide in one language, for one place on one day. */
export interface Context {
  readonly library: Library;
  readonly guide: Guide;
  readonly translation: Translation;
  /** Null where no place is known: products leave a line to fill in. */
  readonly country: Country | null;
  /** ISO date; decides only what has expired. */
  readonly today: string;
}

/** A piece of a section's source, by offsets in UTF-16 code units, and what is to stand there. */
export interface Edit {
  readonly section: Section;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One rule: it looks, and reports under its own id. It never throws for what an author wrote. */
export interface Check {
  readonly id: RuleId;
  readonly run: (context: Context, report: Report) => void;
  /** Mends what it reports where no word's meaning can change: `guidepress check --fix`. */
  readonly fix?: (context: Context) => readonly Edit[];
}

/** One rule on a clinic: it looks at its clinic.yml, and reports under its own id. */
export interface ClinicCheck {
  readonly id: RuleId;
  readonly run: (clinic: Clinic, report: Report) => void;
}
