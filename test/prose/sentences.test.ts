import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../scripts/prose/sentences.ts';

describe('sentencesIn', () => {
  test.each([
    ['Wrap it. Rest.', ['Wrap it.', 'Rest.']],
    ['wrap the pack', ['wrap the pack']],
    ['“Is this OK?” and stop. “No!” Then stop.', ['“Is this OK?” and stop.', '“No!”', 'Then stop.']],
    ['Use 1.5 litres. 2 are too much.', ['Use 1.5 litres.', '2 are too much.']],
    ['Ask Dr. Smith, e.g. Monday. Rest.', ['Ask Dr. Smith, e.g. Monday.', 'Rest.']],
    ['Call \uFFFC. \uFFFC is free.', ['Call \uFFFC.', '\uFFFC is free.']],
    ['هل يؤلمك؟ توقف.', ['هل يؤلمك؟', 'توقف.']],
    ['包好。休息。', ['包好。', '休息。']],
    ['“Is this OK?”  and\n  stop', ['“Is this OK?”  and\n  stop']],
    [' – ', []],
  ])('%s', (text, expected) => {
    expect(sentencesIn(text).map((sentence) => sentence.text)).toEqual(expected);
  });

  test('a sentence knows where it starts', () => {
    expect(sentencesIn('Wrap it.\n  Rest.').map(({ index }) => index)).toEqual([0, 11]);
  });

  test('a dash is no word', () => {
    expect(sentencesIn('Warm – or cold – packs')[0]?.words).toEqual(['Warm', 'or', 'cold', 'packs']);
  });
});
