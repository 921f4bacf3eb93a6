import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Reference, isDictionary, type PdfObject } from '../objects/pdf-object.ts';
import { destinationName } from '../structure/destination-name.ts';

/** Where a link leads: a page, 0-based, and a height on it in pt from the page's foot. */
export interface Destination {
  readonly page: number;
  readonly top: number;
}

/** Each named destination (ISO 32000-1, 12.3.2.3), by name, sorted. `pages` gives the index of a page object. */
export function readDestinations(
  file: PdfFile,
  dests: PdfObject | undefined,
  pages: ReadonlyMap<number, number>,
): ReadonlyMap<string, Destination> {
  const found = [...(file.dictionary(dests) ?? [])].map(([name, value]): readonly [string, Destination] => {
    const destination = file.resolve(value);
    // [page /XYZ left top zoom] (12.3.2.2).
    const [page, , , top] = file.items(
      destination !== null && isDictionary(destination) ? destination.get('D') : destination,
    );
    return [
      destinationName(name),
      {
        page: required(page instanceof Reference ? pages.get(page.number) : null, 'a page of a destination'),
        top: typeof top === 'number' ? top : 0,
      },
    ];
  });
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
