import { EpubCheck } from '@likecoin/epubcheck-ts';

/** Checks a finished book as EPUBCheck does; an error or warning is one line with the checker's id and place. */
export async function checkBook(bytes: Uint8Array): Promise<readonly string[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity === 'fatal' || severity === 'error' || severity === 'warning')
    .map(({ id, message, location }) => {
      const place = location?.path ? ` (${location.path}${location.line ? `:${location.line}` : ''})` : '';
      return `${id}: ${message}${place}`;
    });
}
