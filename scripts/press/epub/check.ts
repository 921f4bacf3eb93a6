import { EpubCheck } from '@likecoin/epubcheck-ts';
import { installedPackage } from '../../version.ts';

/** What the checker says of a book. */
export interface BookCheck {
  /** Name and version of the checker. */
  readonly tool: string;
  /** Fatal ones too. */
  readonly errors: number;
  readonly warnings: number;
  /** Errors and warnings, each one line with the checker's id and place. */
  readonly messages: readonly string[];
}

/** Checks a finished book as EPUBCheck does. */
export async function checkBook(bytes: Uint8Array): Promise<BookCheck> {
  const { messages } = await EpubCheck.validate(bytes);
  const grave = messages.filter(
    ({ severity }) => severity === 'fatal' || severity === 'error' || severity === 'warning',
  );
  const warnings = grave.filter(({ severity }) => severity === 'warning').length;
  return {
    tool: `epubcheck-ts ${installedPackage('@likecoin/epubcheck-ts')?.version ?? ''}`,
    errors: grave.length - warnings,
    warnings,
    messages: grave.map(({ id, message, location }) => {
      const place = location?.path ? ` (${location.path}${location.line ? `:${location.line}` : ''})` : '';
      return `${id}: ${message}${place}`;
    }),
  };
}
