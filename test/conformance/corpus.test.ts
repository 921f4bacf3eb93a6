import { expect, inject, test } from 'vitest';

test('no guide of the corpus has errors but the one with gaps', () => {
  expect(inject('errors').filter((line) => !line.includes('corpus/gaps/'))).toEqual([]);
});

test('the guide with gaps loses none of its words', () => {
  const lost = inject('errors').filter((line) => line.includes('corpus/gaps/') && line.includes(' text-lost '));
  expect(lost.filter((line) => !line.includes('A note that nobody refers to'))).toEqual([]);
});
