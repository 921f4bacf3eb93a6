import { describe, expect, test } from 'vitest';
import { Font } from '../../scripts/press/pdf/finish/content/font.ts';
import { formatContent } from '../../scripts/press/pdf/finish/content/format-content.ts';
import { logicalText, type TextRun } from '../../scripts/press/pdf/finish/content/logical-text.ts';
import { markContent, type ContentMark } from '../../scripts/press/pdf/finish/content/mark-content.ts';
import { mergeGlyphs } from '../../scripts/press/pdf/finish/content/merge-glyphs.ts';
import { surveyContent } from '../../scripts/press/pdf/finish/content/survey-content.ts';
import { formatToUnicode, readToUnicode } from '../../scripts/press/pdf/finish/content/to-unicode.ts';
import { operandsOf, tokenizeContent } from '../../scripts/press/pdf/finish/content/tokenize-content.ts';
import { PdfFile } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import {
  Name,
  Reference,
  Stream,
  dictionary,
  type PdfObject,
} from '../../scripts/press/pdf/finish/objects/pdf-object.ts';

/** Codes 1 to 26 are a to z, 500 wide; code 30 has no text. */
function alphabet(): Font {
  const texts = new Map(Array.from({ length: 26 }, (_, index) => [index + 1, String.fromCharCode(97 + index)]));
  const objects = new Map<number, PdfObject>([
    [1, dictionary({ Subtype: new Name('Type0'), DescendantFonts: [new Reference(2)], ToUnicode: new Reference(3) })],
    [2, dictionary({ W: [1, [500, 500], 3, 40, 500] })],
    [3, new Stream(new Map(), Buffer.from(formatToUnicode(texts, 2), 'latin1'))],
  ]);
  return new Font(new PdfFile(objects, new Map()), new Reference(1));
}

const codes = (word: string): string =>
  Array.from(word, (letter) => (letter.charCodeAt(0) - 96).toString(16).padStart(4, '0')).join('');
const survey = (content: string, font = alphabet()) =>
  surveyContent(
    tokenizeContent(content),
    { index: 0, fonts: new Map([['F1', font]]), formBoxes: new Map(), smallestGlyph: () => Infinity },
    'ltr',
  );
const mark = (content: string, markOf: (mcid: number) => ContentMark | null) =>
  formatContent(markContent(tokenizeContent(content), markOf))
    .trim()
    .split('\n');

const merge = (content: string) =>
  formatContent(mergeGlyphs(tokenizeContent(content), new Map([['F1', alphabet()]])))
    .trim()
    .split('\n');
const keep = (mcid: number): ContentMark => ({ tag: 'P', mcid: mcid + 10 });

const run = (text: string, isReversed: boolean, line = 0): TextRun => ({
  units: Array.from(text),
  isReversed,
  line,
  sequence: 0,
});

describe('the tokeniser', () => {
  test('operands keep their PDF syntax', () => {
    const content = '/Span<</ActualText (a\\)>>b) /N <</M[1 2]>> >> BDC [<41>-3(x])]TJ\n1 -.5 Td';
    const read = tokenizeContent(content).map((one) => ({ operator: one.operator, operands: operandsOf(one) }));
    expect(read).toEqual([
      { operator: 'BDC', operands: ['/Span', '<</ActualText (a\\)>>b) /N <</M[1 2]>> >>'] },
      { operator: 'TJ', operands: ['[<41>-3(x])]'] },
      { operator: 'Td', operands: ['1', '-.5'] },
    ]);
  });

  test.each(['BI /W 1 ID x EI', '3 Tc', '(a) Tj (b', '[1 2', '/A <<'])('%s is refused', (content) => {
    expect(() => tokenizeContent(content)).toThrow('Unexpected');
  });
});

describe('the survey', () => {
  test('text is read by MCID, and apart from it what no tag holds', () => {
    const { contents, untagged, smallestUntagged } = survey(
      `/P <</MCID 4>>BDC BT /F1 10 Tf 1 0 0 1 5 6 Tm <${codes('ab')}> Tj ET EMC 0.5 0 0 0.5 0 0 cm BT <${codes('x')}> Tj ET`,
    );
    expect(contents.get(4)).toEqual({ text: 'ab', kind: 'text', extent: [5, 6, 5, 16], smallest: 10 });
    expect(untagged).toEqual(['x']);
    expect(smallestUntagged).toBe(5);
  });

  test('replacement text stands for its glyphs, and tells the font what they mean', () => {
    const font = alphabet();
    const { contents } = survey(
      '/P <</MCID 0>>BDC BT /F1 10 Tf /Span<</ActualText <feff0041> >>BDC <001e> Tj EMC ET EMC',
      font,
    );
    expect(contents.get(0)?.text).toBe('A');
    expect(font.learned.get(30)).toBe('A');
  });

  test('glyphs of a reversed cluster mean its characters from the last to the first', () => {
    const font = alphabet();
    survey('BT /F1 1 Tf /ReversedChars BMC /Span<</ActualText (xy)>>BDC <001e001f> Tj EMC EMC ET', font);
    expect([font.learned.get(30), font.learned.get(31)]).toEqual(['y', 'x']);
  });

  test('paths alone are a drawing, as wide as their points where the page puts them', () => {
    const { contents } = survey('q 2 0 0 2 10 0 cm /Figure <</MCID 0>>BDC 1 1 3 4 re f EMC Q');
    expect(contents.get(0)).toEqual({ text: '', kind: 'drawing', extent: [12, 2, 18, 10], smallest: Infinity });
  });

  test('a glyph for no character is refused', () => {
    expect(() => survey('BT /F1 1 Tf <00010000> Tj ET')).toThrow(expect.objectContaining({ code: 'missing-glyph' }));
  });
});

describe('text in reading order', () => {
  test('a right-to-left line turns round, its numbers do not', () => {
    const line = [run('gnol', true), run(' ', false), run('15', false), run(' ', false), run('klaw', true)];
    expect(logicalText(line, 'rtl')).toBe('walk 15 long');
  });

  test('lines stay in order', () => {
    expect(logicalText([run('eno', true), run('owt', true, 1)], 'rtl')).toBe('onetwo');
  });

  test('a foreign phrase in a right-to-left line stays as it is', () => {
    expect(
      logicalText(
        [
          run('b', true),
          run(' ', false),
          run('x', false),
          run(' ', false),
          run('y', false),
          run(' ', false),
          run('a', true),
        ],
        'rtl',
      ),
    ).toBe('a x y b');
  });

  test('a right-to-left phrase in a left-to-right line turns round by itself', () => {
    const line = [run('see ', false), run('b', true), run(' ', false), run('a', true), run(' now', false)];
    expect(logicalText(line, 'ltr')).toBe('see a b now');
  });
});

describe('glyph runs', () => {
  test('glyphs where the font puts them need no adjustment', () => {
    expect(merge('BT /F1 10 Tf 1 0 0 1 0 0 Tm <0001> Tj 5 0 Td <0002> Tj ET')).toContain('<00010002>Tj');
  });

  test('a kerned glyph is moved by thousandths of the size', () => {
    expect(merge('BT /F1 10 Tf <0001> Tj 4.8 0 Td <0002> Tj ET')).toContain('[<0001>20<0002>]TJ');
  });

  test('rounding does not add up over a line', () => {
    const glyphs = Array.from({ length: 300 }, () => '5.0004 0 Td <0001> Tj').join('\n');
    const [list = ''] = merge(`BT /F1 10 Tf <0001> Tj ${glyphs} ET`).filter((line) => line.endsWith('TJ'));
    const moved = Array.from(list.matchAll(/>(-?\d+)</g), ([, number]) => Number(number)).reduce((a, b) => a + b, 0);
    expect(Math.abs(moved + 300 * 0.04)).toBeLessThanOrEqual(1);
  });

  test('a new line starts where it did', () => {
    expect(merge('BT /F1 10 Tf <0001> Tj 6 0 Td <0002> Tj 1 -12 Td <0003> Tj ET')).toContain('7 -12 Td');
  });
});

describe('marks', () => {
  test('content gets the mark of its element', () => {
    expect(mark('/NonStruct <</MCID 1 >>BDC 0 0 1 1 re f EMC', keep)[0]).toBe('/P<</MCID 11>>BDC');
  });

  test('what the tree gave up becomes an artifact', () => {
    expect(mark('/P <</MCID 1 >>BDC 0 0 1 1 re f EMC', () => null)[0]).toBe('/Artifact BMC');
  });

  test('untagged paths, text and images become artifacts; those that touch become one', () => {
    expect(mark('0 0 1 1 re f BT (a) Tj ET /X1 Do', keep)).toEqual([
      '/Artifact BMC',
      '0 0 1 1 re',
      'f',
      'BT',
      '(a)Tj',
      'ET',
      '/X1 Do',
      'EMC',
    ]);
  });

  test('a clip paints nothing and needs no mark', () => {
    expect(mark('0 0 1 1 re W n', keep)).toEqual(['0 0 1 1 re', 'W', 'n']);
  });

  test('tags inside tags are refused', () => {
    expect(() => mark('/P <</MCID 1>>BDC /P <</MCID 2>>BDC EMC EMC', keep)).toThrow('Unexpected');
    expect(() => mark('BT /P <</MCID 2>>BDC (a) Tj EMC ET', keep)).toThrow('Unexpected');
  });
});

test('a ToUnicode CMap survives, ranges and characters beyond the first plane included', () => {
  const texts = new Map(Array.from({ length: 250 }, (_, index) => [index, index % 2 ? '\u{1f600}' : 'fi']));
  expect(readToUnicode(formatToUnicode(texts, 2))).toEqual(texts);
  expect(readToUnicode('1 beginbfrange <0041> <0043> <0061> endbfrange').get(0x43)).toBe('c');
});
