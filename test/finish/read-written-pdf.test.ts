import { expect, test } from 'vitest';
import { PdfFile, required } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import { Name, Stream, dictionary } from '../../scripts/press/pdf/finish/objects/pdf-object.ts';
import { readWrittenPdf } from '../../scripts/press/pdf/finish/objects/read-written-pdf.ts';
import { textString } from '../../scripts/press/pdf/finish/objects/text-string.ts';
import { writePdf } from '../../scripts/press/pdf/finish/objects/write-pdf.ts';

function sample(): Uint8Array {
  const file = new PdfFile(new Map(), new Map());
  const many = Array.from({ length: 500 }, (_, index) =>
    file.add(dictionary({ Number: index, Text: textString('é') })),
  );
  const stream = file.add(new Stream(dictionary({ Type: new Name('Thing') }), Buffer.from('drawn '.repeat(100))));
  const root = file.add(dictionary({ Type: new Name('Catalog'), Many: many, Stream: stream }));
  return writePdf(file, dictionary({ Root: root }));
}

test('what was written is read again, from several object streams, and is written as the same bytes', () => {
  const bytes = sample();
  const file = readWrittenPdf(bytes);
  const catalog = required(file.dictionary(file.trailer.get('Root')), 'a catalog');
  const numbers = file.items(catalog.get('Many')).map((one) => file.number(file.dictionary(one)?.get('Number')));
  expect(numbers).toEqual(Array.from({ length: 500 }, (_, index) => index));
  expect(file.text(file.dictionary(file.items(catalog.get('Many'))[3])?.get('Text'))).toBe('é');
  expect(Buffer.from(file.decode(required(file.stream(catalog.get('Stream')), 'a stream'))).toString()).toMatch(
    /^drawn/,
  );
  expect(Buffer.from(writePdf(file, file.trailer)).equals(Buffer.from(bytes))).toBe(true);
});

function refuse(changed: string): void {
  expect(() => readWrittenPdf(Buffer.from(changed, 'latin1'))).toThrow(
    expect.objectContaining({ code: 'unexpected-pdf' }),
  );
}

test('a file of another writer is refused', () => {
  const text = Buffer.from(sample()).toString('latin1');
  refuse(text.replace('/W[1 4 2]', '/W[1 2 4]'));
  refuse(text.slice(0, text.lastIndexOf('startxref')));
  refuse('%PDF-1.7\nxref\n0 0\ntrailer<<>>\nstartxref\n9\n%%EOF\n');
});
