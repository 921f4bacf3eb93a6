import { readPages } from './read-product.ts';

/** Half the width of a sheet that lies across, in pt: A4 and Letter. */
const halves = { a4: 421, letter: 396 } as const;

/**
 * What is wrong with a booklet's sheets: the halves of their sides must be the pages of the reading copy, each once, and blanks.
 * What the pages say is looked at in the reading copy; in which order they lie is proved by folding.
 */
export async function sheetProblems(file: string): Promise<readonly string[]> {
  const width = file.includes('-letter-') ? halves.letter : halves.a4;
  const pages = (await readPages(file.replace('-sheets.pdf', '-reading.pdf'))).map(lettersOf);
  const left = await readPages(file, { x: 0, width });
  const right = await readPages(file, { x: width, width });
  return unequalPages(pages, [...left, ...right].map(lettersOf));
}

/** Pages that are not there, and halves that are no page. */
export function unequalPages(pages: readonly string[], halves: readonly string[]): readonly string[] {
  const left = [...halves];
  const missing = pages.flatMap((page, index) => {
    const at = left.indexOf(page);
    if (at !== -1) left.splice(at, 1);
    return at === -1 ? [`page ${index + 1} of the reading copy is on no sheet`] : [];
  });
  return [...missing, ...left.filter((half) => half !== '').map((half) => `no page says: ${half.slice(0, 60)}`)];
}

/**
 * A page without white space: a crop changes where lines end. Of Arabic, numbers and Latin words alone: sheets have no tags, and it is
 * tags that say which letters the shapes of Arabic are.
 */
function lettersOf(page: string): string {
  const text = page.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  return /\p{Script=Arabic}/u.test(text) ? text.replace(/[^\p{Nd}\p{Script=Latin}]/gu, '') : text;
}
