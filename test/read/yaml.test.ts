import * as v from 'valibot';
import { expect, test } from 'vitest';
import { collectFindings } from '../../scripts/read/collect-findings.ts';
import { guideSchema, referencesSchema } from '../../scripts/read/schemas.ts';
import { parseYaml } from '../../scripts/read/yaml.ts';

function read<T>(text: string, schema: v.GenericSchema<unknown, T>, firstLine = 1) {
  const { report, list } = collectFindings();
  const yaml = parseYaml({ text, file: 'x.yml', firstLine }, schema, report);
  return {
    value: yaml?.value,
    found: list().map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`),
  };
}

const anyMap = v.record(v.string(), v.unknown());

test('each scalar is the text that was written', () => {
  expect(read('a: 061\nb: 1.10\nc: no\nd: 2026-01-02\n', anyMap).value).toEqual({
    a: '061',
    b: '1.10',
    c: 'no',
    d: '2026-01-02',
  });
});

test('an unknown field is found at its place, with those that are known', () => {
  const { value, found } = read('tilte: X\ntitle: Y\n', guideSchema);
  expect(value).toMatchObject({ title: 'Y' });
  expect(found).toEqual([
    expect.stringMatching(/^1:1 yaml-field Unexpected field `tilte`, expected one of `title`, `promise`, .*: rename/),
  ]);
});

test('all that is wrong is found at once, and the rest is read', () => {
  const text = 'title: [a, b]\ndate: 2026-02-30\nversion: 1\ncodes: {icd10: [M54], icd: x}\nauthors: [A, {b: c}]\n';
  const { value, found } = read(text, guideSchema);
  expect(value).toMatchObject({ version: '1' });
  expect(found).toEqual([
    expect.stringContaining('1:1 yaml-field Unexpected list for `title`, expected text'),
    expect.stringContaining('2:1 yaml-field Unexpected `2026-02-30` for `date`'),
    expect.stringContaining('4:9 yaml-field Unexpected list for `icd10`'),
    expect.stringContaining('4:23 yaml-field Unexpected field `icd`'),
    expect.stringContaining('5:14 yaml-field Unexpected group of fields for item 2 of `authors`'),
  ]);
});

test('a review in guide.yml is answered with how to sign, and no longer offered', () => {
  const { found } = read('review: {last: 2026-01-01}\ntilte: X\n', guideSchema);
  expect(found).toEqual([
    expect.stringMatching(/^1:1 yaml-field Unexpected field `review`, .*sign the guide with `guidepress review`$/),
    expect.not.stringContaining('`review`'),
  ]);
});

test('one bad source does not lose the others', () => {
  const source = 'type: book, title: T, seen: full';
  const { value, found } = read(
    `a: {${source}, issued: {date-parts: [[2006, 5]]}}\nb: {${source}, DOI: x}\n`,
    referencesSchema,
  );
  expect(value?.['a']).toMatchObject({ issued: 2006 });
  expect(Object.keys(value ?? {})).toEqual(['a', 'b']);
  expect(found).toHaveLength(1);
});

test.each([
  ['two colons', 'a: b: c', '1:4', 'put text that holds `: ` in quotes'],
  ['a tab', '\ta: b', '1:1', 'replace the tab'],
  ['a field twice', 'a: 1\nb: 2\na: 3', '3:1', 'remove one'],
  ['an alias', 'a: &x 1\nb: *x', '1:7', 'put it in quotes'],
  ['a tag', 'a: !!js/function x', '1:4', 'put it in quotes'],
  ['two documents', 'a: 1\n---\nb: 2', '2:1', 'remove the second'],
  ['deep brackets', '['.repeat(20_000), '1:1', 'make it flat'],
  ['deep lists', '- '.repeat(20_000), '1:1', 'make it flat'],
])('%s is a syntax finding with advice', (_, text, place, advice) => {
  const { value, found } = read(text, anyMap);
  expect(value).toBeUndefined();
  expect(found[0]).toContain(`${place} yaml-syntax `);
  expect(found[0]).toContain(advice);
});

test('a key named __proto__ does nothing', () => {
  const { value } = read('__proto__: {polluted: yes}\na: 1\n', anyMap);
  expect(value).toMatchObject({ a: '1' });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('lines are counted from where the text stands', () => {
  expect(read('x: 1', guideSchema, 7).found[0]).toMatch(/^7:1 /);
});

test('an empty field is one that is not there', () => {
  expect(read('title: A\nurl:\nfunding: ""\n', guideSchema)).toMatchObject({ value: { title: 'A' }, found: [] });
});
