import { expect, test } from 'vitest';
import { syllablesIn } from '../../scripts/prose/syllables.ts';

test.each([
  [1, 'the eased walked squeeze proof tried breathes while friend tea heart pulled'],
  [
    2,
    'table muscle needed settled uses inches pages careful movement maybe going layer diet disease release every sometimes litre isn’t',
  ],
  [3, 'area areas nausea video usual radius medicine physio happier'],
  [3, 'influence everyone peppermint supplement element tightening'],
  [4, 'diabetes experience society situation ibuprofen variety eucalyptus'],
  [5, 'paracetamol'],
])('%i: %s', (expected, words) => {
  expect(words.split(' ').filter((word) => syllablesIn(word) !== expected)).toEqual([]);
});

test('capitals and accents change nothing, parts of a compound add up', () => {
  expect(syllablesIn('Café')).toBe(syllablesIn('cafe'));
  expect(syllablesIn('hot-water')).toBe(3);
});

test('what has no letters has no syllables', () => {
  expect(syllablesIn('15')).toBe(0);
});

test('a word that nobody wrote takes no time', () => {
  expect(syllablesIn('b'.repeat(1e6))).toBe(1);
});
