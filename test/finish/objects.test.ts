import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatObject } from '../../scripts/press/pdf/finish/objects/format-object.ts';
import { ObjectParser } from '../../scripts/press/pdf/finish/objects/object-parser.ts';
import { PdfFile } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import {
  Name,
  PdfString,
  Reference,
  Stream,
  dictionary,
  type PdfObject,
} from '../../scripts/press/pdf/finish/objects/pdf-object.ts';
import { readPdf } from '../../scripts/press/pdf/finish/objects/read-pdf.ts';
import { readTextString, textString } from '../../scripts/press/pdf/finish/objects/text-string.ts';
import { writePdf } from '../../scripts/press/pdf/finish/objects/write-pdf.ts';
import { raw } from './fixtures.ts';
import { readFinished } from './read-finished.ts';

const parse = (text: string) => new ObjectParser(Buffer.from(text, 'latin1')).readObject();
const format = (text: string) => formatObject(parse(text), ({ number }) => number);

const writePair = (first: number, keys: readonly string[]): Uint8Array => {
  const objects = new Map<number, PdfObject>([
    [first, dictionary(Object.fromEntries(keys.map((key) => [key, new Reference(first + 1)])))],
    [first + 1, new Stream(dictionary({ A: 1 }), Buffer.from('x'.repeat(200)))],
    [first + 2, dictionary({ Unused: true })],
  ]);
  return writePdf(new PdfFile(objects, new Map()), dictionary({ Root: new Reference(first) }));
};

const writeDeflated = (level: number): Uint8Array => {
  const data = deflateSync(Buffer.from('some text '.repeat(90)), { level });
  const stream = new Stream(dictionary({ Filter: new Name('FlateDecode') }), data);
  const objects = new Map<number, PdfObject>([
    [1, dictionary({ A: new Reference(2) })],
    [2, stream],
  ]);
  return writePdf(new PdfFile(objects, new Map()), dictionary({ Root: new Reference(1) }));
};

describe('objects', () => {
  test.each([
    ['null', null],
    ['true', true],
    ['-12', -12],
    ['.5', 0.5],
    ['+3.', 3],
    ['/A#20b', new Name('A b')],
    ['<48 6>', new PdfString('H`')],
    [String.raw`(a\(b\)\n\101\\(c))`, new PdfString('a(b)\nA\\(c)')],
    ['% comment\n12 0 R', new Reference(12)],
    ['[1 2 0 R 3 4]', [1, new Reference(2), 3, 4]],
    ['[1 0 RG]', null],
  ])('%s is read', (text, object) => {
    if (object === null && text !== 'null') expect(() => parse(text)).toThrow('Unexpected');
    else expect(parse(text)).toEqual(object);
  });

  test('a dictionary comes out with its keys sorted and without needless space', () => {
    expect(format('<< /B 1 /A [ /X (y) ] /C << /D 2 0 R >> >>')).toBe('<</A[/X (y)]/B 1/C<</D 2 0 R>>>>');
  });

  test.each([
    [1, '1'],
    [-0.5, '-.5'],
    [0.000001, '0'],
    [-0.000001, '0'],
    [12.3400004, '12.34'],
    [100, '100'],
  ])('%d is written as %s', (number, text) => {
    expect(formatNumber(number)).toBe(text);
  });

  test.each(['plain', 'Ü', 'دافئ', '\u{1f600}'])('the text %s survives as a text string', (text) => {
    expect(readTextString(textString(text))).toBe(text);
  });

  test.each(['(never ends', '<<', '[1 2', '<41', '<</A', ''])('%s, cut short, is an error and not a loop', (text) => {
    expect(() => parse(text)).toThrow('Unexpected');
  });
});

describe('files', () => {
  test('equal content is written in equal bytes, whatever the numbers and the order of its objects', () => {
    expect(writePair(7, ['X', 'Y'])).toEqual(writePair(3, ['Y', 'X']));
  });

  test('a stream is written in equal bytes whatever compressed it', () => {
    expect(writeDeflated(1)).toEqual(writeDeflated(9));
  });

  test('what was written can be read back', () => {
    const file = readPdf(raw('handout'));
    const info = file.text(file.dictionary(file.trailer.get('Info'))?.get('Title'));
    const again = readFinished(
      writePdf(file, dictionary({ Root: file.trailer.get('Root'), Info: file.trailer.get('Info') })),
    );
    expect(info).toBe('Warm packs and movement');
    expect(again.text(again.dictionary(again.trailer.get('Info'))?.get('Title'))).toBe(info);
  });

  test.each([
    ['no PDF', Buffer.from('hello')],
    ['a PDF cut short', raw('handout').subarray(0, 20_000)],
    ['a file with a cross-reference stream', Buffer.from('%PDF-1.5\n1 0 obj\n<<>>\nstartxref\n9\n%%EOF')],
  ])('%s is refused', (_, bytes) => {
    expect(() => readPdf(bytes)).toThrow(expect.objectContaining({ code: 'unexpected-pdf' }));
  });
});
