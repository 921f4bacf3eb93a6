import { assert, nat, pre, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../scripts/check/numbers.ts';

function values(text: string, decimal = '.'): readonly string[] {
  return findNumbers(text, decimal).map(({ value }) => value);
}

describe('findNumbers', () => {
  test.each([
    ['10 to 15', ['10', '15']],
    ['10–15', ['10', '15']],
    ['10-15 minutes.', ['10', '15']],
    ['at 10:30', ['10', '30']],
    ['1.5 litres', ['1.5']],
    ['1,000 steps', ['1000']],
    ['1 000 steps', ['1', '000']],
    ['1\u202F000\u00A0000 steps', ['1000000']],
    ['10,15 or 20', ['10', '15', '20']],
    ['½ or 1½ hours', ['½', '1½']],
    ['no number, no dose', []],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('a decimal comma makes the full stop a mark of thousands', () => {
    expect(values('1,5 o 1.000', ',')).toEqual(['1.5', '1000']);
  });

  test('digits of any script count', () => {
    expect(values('١٥ أو ٢٠', '٫')).toEqual(['15', '20']);
    expect(values('۱٫۵', '٫')).toEqual(['1.5']);
    expect(values('१५ 𝟏𝟗 １２')).toEqual(['15', '19', '12']);
  });

  test('a number knows where it stands', () => {
    expect(findNumbers('for ١٥ of 20', '.')).toEqual([
      { written: '١٥', value: '15', index: 4 },
      { written: '20', value: '20', index: 10 },
    ]);
  });

  test('swapping two different numbers never goes unseen', () => {
    assert(
      property(nat(9999), nat(9999), (a, b) => {
        pre(a !== b);
        expect(values(`${a} to ${b}`)).not.toEqual(values(`${b} to ${a}`));
      }),
    );
  });

  test('numbers written in Arabic digits are those written in ASCII digits', () => {
    assert(
      property(nat(), (number) => {
        const arabic = String(number).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
        expect(values(arabic)).toEqual([String(number)]);
      }),
    );
  });
});
