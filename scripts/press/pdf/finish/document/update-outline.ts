import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Reference, extend, type PdfObject } from '../objects/pdf-object.ts';

/** Makes the bookmarks (ISO 32000-1, 12.3.3) point to the new structure elements of their headings. */
export function updateOutline(
  file: PdfFile,
  outlines: PdfObject | undefined,
  elements: ReadonlyMap<number, Reference>,
): void {
  const open = [file.dictionary(outlines)?.get('First')];
  for (let item = open.pop(); item instanceof Reference; item = open.pop()) {
    const entries = required(file.dictionary(item), 'an outline item');
    const source = entries.get('SE');
    const element = source instanceof Reference ? elements.get(source.number) : undefined;
    file.set(item, extend(entries, { SE: element }));
    for (const next of [entries.get('Next'), entries.get('First')]) if (next) open.push(next);
  }
}
