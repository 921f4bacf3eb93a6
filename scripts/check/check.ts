import type { Report, RuleId } from '../findings.ts';
import type { Country, Guide, Library, Translation } from '../model.ts';

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

/** One rule: it looks, and reports under its own id. It never throws for what an author wrote. */
export interface Check {
  readonly id: RuleId;
  readonly run: (context: Context, report: Report) => void;
}
