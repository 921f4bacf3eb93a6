import { PdfString, dictionary, type Dictionary } from '../objects/pdf-object.ts';
import { textString } from '../objects/text-string.ts';
import { isoDate, joinKeywords, type Metadata } from './metadata.ts';

/** The document information dictionary (ISO 32000-1, 14.3.3); it says the same as the XMP packet (ISO 19005-2, 6.6.2.1). */
export function writeInformation(metadata: Metadata): Dictionary {
  const date = new PdfString(`D:${isoDate(metadata.date).replace(/[-T:]/g, '')}`);
  return dictionary({
    Title: textString(metadata.title),
    Author: optional(metadata.author),
    Subject: optional(metadata.subject),
    Keywords: optional(joinKeywords(metadata)),
    Creator: textString(metadata.producer),
    Producer: textString(metadata.producer),
    CreationDate: date,
    ModDate: date,
  });
}

function optional(text: string | null): PdfString | undefined {
  return text === null ? undefined : textString(text);
}
