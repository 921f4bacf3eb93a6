import { readFile, realpath, stat } from 'node:fs/promises';
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Node } from 'yaml';
import type { Review } from '../model.ts';
import { writeAtomically } from './atomic.ts';

/** What `guidepress review` writes of a signature. */
export type Entry = Omit<Review, 'file' | 'line'>;

const head = [
  '# Who reviewed what. `guidepress review` writes this file.',
  '# A hash is that of the text which was signed: any change of the text makes the review void.',
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
  const { guide, language, hash, by, date, next } = rest;
  const fields = { guide, language, ...(place === null ? {} : { place }), hash, by, date, next };
  // Every scalar is text, as for the reader: no hash is read as a number.
  const document = parseDocument<Node, false>(text, { schema: 'failsafe' });
  const list = document.contents;
  const isEmpty = list === null || (isScalar(list) && (list.value === null || list.value === ''));
  if (document.errors.length > 0 || !(isEmpty || isSeq(list))) throw new Error('Expected reviews.yml to hold a list');
  if (!isSeq(list)) return `${text.trim() === '' ? head : text.trimEnd()}\n\n${stringify([fields], { lineWidth: 0 })}`;
  const isSame = (item: unknown): boolean =>
    isMap(item) &&
    item.get('guide') === guide &&
    item.get('language') === language &&
    (item.get('place') ?? null) === place;
  const old = list.items.find(isSame);
  list.items = list.items.filter((item) => item === old || !isSame(item));
  if (isMap(old)) for (const [name, value] of Object.entries(fields)) old.set(name, value);
  else list.add(document.createNode(fields));
  list.flow = false;
  return document.toString({ lineWidth: 0 });
}

function orNothing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
