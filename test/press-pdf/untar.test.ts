import { describe, expect, test } from 'vitest';
import { untar } from '../../scripts/press/pdf/untar.ts';

const entry = (path: string, kind: string, text = ''): Buffer => {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000700', 100);
  header.write(text.length.toString(8).padStart(11, '0'), 124);
  header.write(kind, 156);
  return Buffer.concat([header, Buffer.from(text.padEnd(Math.ceil(text.length / 512) * 512, '\0'))]);
};

describe('an archive', () => {
  test('gives its files, not its folders', () => {
    const archive = Buffer.concat([
      entry('a/', '5'),
      entry('a/b', '0', 'one'),
      entry('c', '0', 'two'),
      Buffer.alloc(1024),
    ]);
    const files = untar(archive).map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
    expect(files).toEqual([
      ['a/b', 'one'],
      ['c', 'two'],
    ]);
  });

  test.each(['../x', '/x', 'a/../../x'])('with an entry %s is not unpacked', (path) => {
    expect(() => untar(entry(path, '0', 'x'))).toThrow('inside the archive');
  });

  test('with a link is not unpacked', () => {
    expect(() => untar(entry('x', '2'))).toThrow('kind `2`');
  });
});
