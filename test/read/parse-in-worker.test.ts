import { afterAll, expect, test } from 'vitest';
import { SectionParser } from '../../scripts/read/parse-in-worker.ts';

const parser = new SectionParser({ deadline: 1000 });
afterAll(() => parser.close());

test('a text is parsed in the thread', async () => {
  expect(await parser.parse('Call <phone:urgent>')).toMatchObject({
    tree: { type: 'root', children: [{ children: [{ type: 'text' }, { type: 'phone', service: 'urgent' }] }] },
  });
});

test('a text that takes too long is given up, and the next is parsed', async () => {
  const [slow, next] = await Promise.all([parser.parse(`a**b${'c* '.repeat(40_000)}`), parser.parse('# Fine')]);
  expect(slow).toMatchObject({ problem: 'section-too-slow' });
  expect(next).toMatchObject({ tree: { children: [{ type: 'heading' }] } });
});

test('a deep text is a problem with its place', async () => {
  expect(await parser.parse(`Hi\n\n${'>'.repeat(100_000)}`)).toMatchObject({
    problem: 'nesting-deep',
    position: { start: { line: 3 } },
  });
});

test('a closed parser starts again when asked', async () => {
  await parser.close();
  expect(await parser.parse('x')).toHaveProperty('tree');
});
