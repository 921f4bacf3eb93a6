import { expect, test } from 'vitest';
import { directionOf, languageTag } from '../../scripts/read/language-tag.ts';
import { byNaturalOrder } from '../../scripts/read/natural-order.ts';
import { sectionIds, titleFromName } from '../../scripts/read/section-names.ts';
import { slug, uniqueSlugs } from '../../scripts/read/slug.ts';

test('files come in the order people count, folder by folder', () => {
  const paths = ['10-z.md', '2-b.md', '02-a/x.md', 'b.md', 'A.md', '2-b/1.md', 'intro-more.md', 'intro.md'];
  expect(paths.sort(byNaturalOrder)).toEqual([
    '02-a/x.md',
    '2-b.md',
    '2-b/1.md',
    '10-z.md',
    'A.md',
    'b.md',
    'intro.md',
    'intro-more.md',
  ]);
});

test('numbers too large for a number keep their order', () => {
  expect(['99999999999999999999.md', '99999999999999999998.md'].sort(byNaturalOrder)[0]).toMatch(/8\.md$/);
});

test.each([
  ['Rücken & Größe', 'rucken-grosse'],
  ['背中', ''],
  ['  -A_b- ', 'a-b'],
])('the slug of %s is %s', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test('equal slugs are told apart without taking a name that another has', () => {
  expect(uniqueSlugs(['a', 'a', 'a-2', 'a'])).toEqual(['a', 'a-3', 'a-2', 'a-4']);
});

test('a section id has no number and starts with a letter', () => {
  const ids = sectionIds(['01-warm-packs.md', 'part/02-rest.md', '03-背中.md', '2024.md']);
  expect([...ids.values()]).toEqual(['warm-packs', 'part-rest', 'section-3', 'section-2024']);
});

test('a title is made of a file name', () => {
  expect(titleFromName('03-warm_packs.md')).toBe('Warm packs');
  expect(titleFromName('übungen')).toBe('Übungen');
});

test.each([
  ['en_us', 'en-US'],
  ['ZH-hant-tw', 'zh-Hant-TW'],
  ['English', null],
  ['e', null],
])('the tag in %s is %s', (text, tag) => {
  expect(languageTag(text)).toBe(tag);
});

test.each([
  ['ar', 'rtl'],
  ['ckb-IQ', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ks-Deva', 'ltr'],
  ['en-GB', 'ltr'],
])('%s runs %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
