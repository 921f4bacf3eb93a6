import { expect, test } from 'vitest';
import { orderRuns } from '../../scripts/press/epub/cover/bidi.ts';

test.each([
  ['plain Latin is one run', 'ltr', 'Back pain, 10:30', ['Back pain, 10:30']],
  ['a Latin word in Arabic stands at its left', 'rtl', 'ألم NHS', ['NHS', 'ألم ']],
  ['a number in Arabic keeps its order', 'rtl', 'في 14 يوم', [' يوم', '14', 'في ']],
  ['Arabic digits run from left to right', 'rtl', 'من ١٠', ['١٠', 'من ']],
  ['a time is one number', 'rtl', 'في 10:30', ['10:30', 'في ']],
  ['a range of numbers keeps its first number at the right', 'rtl', '10 – 15', ['15', ' – ', '10']],
  ['a percent sign stays with its number', 'rtl', 'نحو 20%', ['20%', 'نحو ']],
  ['Arabic in a Latin line is turned, with its number', 'ltr', 'see ألم 14 now', ['see ', '14', 'ألم ', ' now']],
  ['brackets are mirrored', 'rtl', '(ألم)', [')ألم(']],
  ['a mark stays with its letter', 'rtl', 'يومًا', ['يومًا']],
  ['marks of direction are not drawn', 'rtl', '\u200Fألم\u2069', ['ألم']],
] as const)('%s', (_, direction, line, runs) => {
  expect(orderRuns(line, direction).map(({ text }) => text)).toEqual(runs);
});
