import type { PdfFile } from '../objects/pdf-file.ts';
import { Name, PdfString, Stream, dictionary, type Dictionary } from '../objects/pdf-object.ts';
import { srgbProfile } from './srgb-profile.ts';

/** Says that the file's RGB colours are sRGB (ISO 19005-2, 6.2.3; ISO 32000-1, 14.11.5). */
export function writeOutputIntent(file: PdfFile): Dictionary {
  return dictionary({
    Type: new Name('OutputIntent'),
    S: new Name('GTS_PDFA1'),
    OutputConditionIdentifier: new PdfString('sRGB'),
    Info: new PdfString('sRGB IEC61966-2.1'),
    DestOutputProfile: file.add(new Stream(dictionary({ N: 3 }), srgbProfile())),
  });
}
