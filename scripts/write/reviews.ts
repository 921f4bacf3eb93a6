import { readFile, realpath, stat } from 'node:fs/promises';
import { isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { Review } from '../model.ts';
import { writeAtomically } from './atomic.ts';

/** What `guidepress review` writes of a signature. */
export type Entry = Omit<Review, 'file' | 'line'>;

const head = [
  ' Who reviewed what. `guidepress review` writes this file.',
  ' A hash is that of the text which was signed: any change of the text makes the review void.',
].join('\n');

/**
 * Writes a review into a `reviews.yml`, which need not be there, in the place of the one of the same guide, language and
 * place. Other entries and all comments stay. The file is there whole or as it was.
 */
export async function writeReview(file: string, entry: Entry): Promise<void> {
  // A link stays one: what it leads to is written.
  const at = await realpath(file).catch(() => file);
  const text = await readFile(at, 'utf8').catch(orNothing);
  const mode = (await stat(at).catch(() => null))?.mode;
  await writeAtomically(at, new TextEncoder().encode(withReview(text, entry)), mode);
}

/** The text of a `reviews.yml` with a review in it. Throws where it is no list: the reader has found that before. */
export function withReview(text: string, { place, ...rest }: Entry): string {
  // Every scalar is text, as for the reader: no hash is read as a number.
  const document = parseDocument(text, { schema: 'failsafe' });
  if (document.contents === null || !isSeq(document.contents)) {
    if (document.errors.length > 0 || text.replace(/^\s*(?:#.*)?$/gm, '').trim() !== '')
      throw new Error('Expected reviews.yml to hold a list');
    document.contents = new YAMLSeq() as unknown as typeof document.contents;
    document.commentBefore ??= head;
  }
  const { guide, language, hash, by, date, next } = rest;
  const fields = { guide, language, ...(place === null ? {} : { place }), hash, by, date, next };
  const list = document.contents as unknown as YAMLSeq;
  const isSame = (item: unknown): boolean =>
    isMap(item) &&
    item.get('guide') === guide &&
    item.get('language') === language &&
    (item.get('place') ?? null) === place;
  const first = list.items.findIndex(isSame);
  const [old] = first < 0 ? [] : list.items.splice(first, 1);
  list.items = list.items.filter((item) => !isSame(item));
  if (isMap(old)) {
    for (const [name, value] of Object.entries(fields)) old.set(name, value);
    list.items.splice(first, 0, old);
  } else list.add(document.createNode(fields));
  return document.toString({ lineWidth: 0 });
}

function orNothing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
