import type { Publication } from '../../model.ts';

/** What the cover says of the status; nothing of a reviewed book, whose first page and metadata name the reviewer. */
export function statusWords({ status, words }: Pick<Publication, 'status' | 'words'>): string {
  switch (status) {
    case 'draft':
      return words.draftBand;
    case 'expired':
      return words.expiredBand;
    case 'incomplete':
      return words.incomplete;
    case 'reviewed':
      return '';
  }
}
