import { readFile, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reviewsSchema } from '../../scripts/read/clinic-schemas.ts';
import { parseYaml } from '../../scripts/read/yaml.ts';
import { withReview, writeReview, type Entry } from '../../scripts/write/reviews.ts';
import { writeTree } from '../read/write-tree.ts';

const entry: Entry = {
  guide: 'back',
  language: 'en-GB',
  place: 'GB',
  hash: '0123456789'.repeat(6) + '0123',
  by: 'Example Person, physiotherapist: “arms”, EX000000',
  date: '2026-01-02',
  next: '2028-01-02',
};

/** What the reader makes of a text; fails on any finding. */
function readBack(text: string): readonly unknown[] {
  const yaml = parseYaml({ text, file: 'reviews.yml' }, reviewsSchema, (rule, _, message) => {
    throw new Error(`${rule}: ${message}`);
  });
  return yaml?.value ?? [];
}

describe('a review', () => {
  test('is read back as it was written, into a file that was not there', () => {
    const text = withReview('', entry);
    expect(readBack(text)).toEqual([entry]);
    expect(text).toMatch(/^# Who reviewed what\./);
  });

  test.each([['# Ours\n'], ['\n\n'], ['---\n# Ours\n'], ['[]\n']])('goes into a file without any: %j', (text) => {
    const written = withReview(text, entry);
    expect(readBack(written)).toEqual([entry]);
    expect(written).toContain(text.includes('# Ours') ? '# Ours' : '- guide: back');
  });

  test.each([['# Nothing yet\n'], [''], ['[]\n']])('is not in a file without any: %j', (text) => {
    expect(readBack(text)).toEqual([]);
  });

  test('without a place has none', () => {
    const { place: _, ...rest } = entry;
    expect(readBack(withReview('', { ...entry, place: null }))).toEqual([rest]);
  });

  test('takes the place of the one of the same guide, language and place; comments and all others stay', () => {
    const others = (['US', null] as const).map((place) => ({ ...entry, place, by: `For ${place}, nurse` }));
    const spanish = { ...entry, language: 'es' };
    const before = [...others, spanish, entry, { ...entry, guide: 'neck' }].reduce(withReview, '# Keep me\n');
    const commented = before.replace('- guide: neck', '# about the neck\n- guide: neck # a remark');
    const renewed = { ...entry, hash: 'f'.repeat(64), date: '2027-01-02', next: '2029-01-02' };
    const after = withReview(commented, renewed);
    expect(after).toBe(commented.replace(/(place: GB\n\s+hash: )[^]*?(?=# about)/g, (found) => changed(found)));
    expect(readBack(after)).toHaveLength(5);
    expect(readBack(after)[3]).toEqual(renewed);
  });

  test('stands once, where somebody had written it twice', () => {
    const text = withReview('', entry);
    const twice = `${text}${text.slice(text.indexOf('- guide'))}`;
    expect(readBack(twice)).toHaveLength(2);
    expect(readBack(withReview(twice, entry))).toEqual([entry]);
  });

  test('is written through a link, and leaves nothing beside the file', async () => {
    const cwd = await writeTree({ 'real/reviews.yml': '# Kept\n', 'content/x': '' });
    await symlink(path.join(cwd, 'real/reviews.yml'), path.join(cwd, 'content/reviews.yml'));
    await writeReview(path.join(cwd, 'content/reviews.yml'), entry);
    expect(await readFile(path.join(cwd, 'real/reviews.yml'), 'utf8')).toMatch(/^# Kept\n/);
    expect(await readdir(path.join(cwd, 'real'))).toEqual(['reviews.yml']);
    expect(await readdir(path.join(cwd, 'content'))).toEqual(['reviews.yml', 'x']);
  });

  test('does not replace what is no list', () => {
    expect(() => withReview('back: signed\n', entry)).toThrow('Expected reviews.yml to hold a list');
  });
});

/** The last entry before the remark, with the new values. */
function changed(text: string): string {
  const last = text.lastIndexOf('place: GB');
  return (
    text.slice(0, last) +
    text
      .slice(last)
      .replace(entry.hash, 'f'.repeat(64))
      .replace(entry.date, '2027-01-02')
      .replace(entry.next, '2029-01-02')
  );
}
