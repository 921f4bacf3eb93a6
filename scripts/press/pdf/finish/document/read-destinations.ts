import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Reference, isDictionary, type PdfObject } from '../objects/pdf-object.ts';
import { destinationName } from '../structure/destination-name.ts';

/** The page (0-based) of each named destination (ISO 32000-1, 12.3.2.3), by name, sorted. `pages` gives the index of a page object. */
export function readDestinations(
  file: PdfFile,
  dests: PdfObject | undefined,
  pages: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const found = [...(file.dictionary(dests) ?? [])].map(([name, value]): readonly [string, number] => {
    const destination = file.resolve(value);
    const [page] = file.items(destination !== null && isDictionary(destination) ? destination.get('D') : destination);
    return [
      destinationName(name),
      required(page instanceof Reference ? pages.get(page.number) : null, 'a page of a destination'),
    ];
  });
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
