import type { RuleId } from '../findings.ts';

/** What a press found wrong with one product, which stops that product alone; the caller knows the file to point to. */
export interface Problem {
  readonly rule: RuleId;
  /** *Unexpected X, expected Y: do Z*. */
  readonly message: string;
  /** The same without words of the text, where the message has some: for a patient's own copy. */
  readonly discreet?: string;
}
