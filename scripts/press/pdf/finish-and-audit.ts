import type { Page } from '../../model.ts';
import { auditText, type Audit } from './audit.ts';
import { finish, FinishError } from './finish/index.ts';
import type { Finished, FinishErrorCode, FinishOptions } from './finish/index.ts';

/** A printed PDF and what it must say: plain data, which can go to another thread. */
export interface FinishJob {
  readonly pdf: Uint8Array;
  readonly options: FinishOptions;
  /** Text of each composed block. */
  readonly texts: readonly string[];
  readonly page: Page;
  /** Running heads, one a page. */
  readonly heads: readonly string[];
}

/** A finished PDF and what the audit says of it, or why there is none. */
export type FinishOutcome =
  | { readonly finished: Pick<Finished, 'bytes' | 'pages' | 'fields' | 'smallest' | 'fonts'>; readonly audit: Audit }
  | { readonly code: FinishErrorCode; readonly message: string };

/** Makes a print accessible and compares what it says with what was composed. */
export function finishAndAudit({ pdf, options, texts, page, heads }: FinishJob): FinishOutcome {
  try {
    const finished = finish(pdf, options);
    const { bytes, pages, fields, smallest, fonts } = finished;
    const audit = auditText(
      texts.map((text) => ({ text })),
      finished,
      page,
      heads,
    );
    return { finished: { bytes, pages, fields, smallest, fonts }, audit };
  } catch (error) {
    if (error instanceof FinishError) return { code: error.code, message: error.message };
    throw error;
  }
}
