import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Name, PdfString, type Reference } from '../objects/pdf-object.ts';
import { utf8 } from '../objects/text-string.ts';
import { destinationName } from './destination-name.ts';

/** Where a link annotation leads (ISO 32000-1, 12.5.6.5): one of the two, or to a place without a name. */
export interface LinkTarget {
  readonly uri: string | null;
  /** Name of a destination (12.3.2.3). */
  readonly destination: string | null;
}

/** Reads where a link annotation leads. */
export function linkTarget(file: PdfFile, annotation: Reference): LinkTarget {
  const entries = required(file.dictionary(annotation), 'an annotation');
  const uri = file.resolve(file.dictionary(entries.get('A'))?.get('URI'));
  const destination = file.resolve(entries.get('Dest'));
  // A name in PDF 1.1 style, or a string: Skia writes the former.
  const name =
    destination instanceof Name ? destination.value : destination instanceof PdfString ? destination.bytes : null;
  return {
    uri: uri instanceof PdfString ? utf8(uri.bytes) : null,
    destination: name === null ? null : destinationName(name),
  };
}
