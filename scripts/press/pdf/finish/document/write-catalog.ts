import { required, type PdfFile } from '../objects/pdf-file.ts';
import { Name, dictionary, extend, type Dictionary, type Reference } from '../objects/pdf-object.ts';
import { textString } from '../objects/text-string.ts';
import type { Metadata } from './metadata.ts';
import { writeInformation } from './write-information.ts';
import { writeOutputIntent } from './write-output-intent.ts';
import { writeXmp } from './write-xmp.ts';

/** What hangs on the catalog beyond metadata. */
export interface CatalogParts {
  readonly structure: Reference;
  /** Null where the document has no form fields. */
  readonly form: Dictionary | null;
  readonly direction: 'ltr' | 'rtl';
}

/** Completes the catalog (ISO 32000-1, 7.7.2); gives the trailer to write. */
export function writeCatalog(
  file: PdfFile,
  { structure, form, direction }: CatalogParts,
  metadata: Metadata,
): Dictionary {
  const root = file.trailer.get('Root');
  const catalog = required(file.dictionary(root), 'a catalog');
  const isRightToLeft = direction === 'rtl';
  const entries = extend(catalog, {
    AcroForm: form ?? undefined,
    Lang: textString(metadata.language),
    MarkInfo: dictionary({ Marked: true }),
    Metadata: file.add(writeXmp(metadata)),
    OutputIntents: [file.add(writeOutputIntent(file))],
    PageMode: catalog.has('Outlines') ? new Name('UseOutlines') : undefined,
    StructTreeRoot: structure,
    ViewerPreferences: dictionary({
      Direction: isRightToLeft ? new Name('R2L') : undefined,
      DisplayDocTitle: true,
    }),
  });
  return dictionary({ Root: file.add(entries), Info: file.add(writeInformation(metadata)) });
}
