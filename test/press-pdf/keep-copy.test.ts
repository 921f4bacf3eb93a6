import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepCopy } from '../../scripts/press/pdf/keep-copy.ts';

let home: string;
let filled: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cache-'));
  filled = 0;
  vi.stubEnv('XDG_CACHE_HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const keep = () =>
  keepCopy('tool-1', async (folder) => {
    filled += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(folder, 'tool'), 'works', { mode: 0o700 });
  });

describe.skipIf(process.platform === 'win32')('a kept copy', () => {
  test('is filled once, for this user alone', async () => {
    const { folder, dispose } = await keep();
    expect(folder).toBe(join(home, 'guidepress', 'tool-1'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await dispose();
    await keep();
    expect(filled).toBe(1);
  });

  test('is whole for both of two first runs at once, and nothing else stays', async () => {
    const [first, second] = await Promise.all([keep(), keep()]);
    expect(second.folder).toBe(first.folder);
    expect(readFileSync(join(first.folder, 'tool'), 'utf8')).toBe('works');
    expect(readdirSync(dirname(first.folder))).toEqual(['tool-1']);
  });

  test.each([
    ['cut short', (file: string) => writeFileSync(file, 'wor')],
    ['removed', (file: string) => rmSync(file)],
    ['open to others', (file: string) => chmodSync(file, 0o722)],
    ['without its receipt', (file: string) => rmSync(join(dirname(file), 'receipt.json'))],
  ])('that is %s is filled anew', async (_, damage) => {
    const { folder } = await keep();
    damage(join(folder, 'tool'));
    await keep();
    expect(filled).toBe(2);
    expect(readFileSync(join(folder, 'tool'), 'utf8')).toBe('works');
    expect(statSync(join(folder, 'tool')).mode & 0o077).toBe(0);
    expect(readdirSync(dirname(folder))).toEqual(['tool-1']);
  });

  test('clears away what a killed run left an hour ago, not what one is filling now', async () => {
    for (const name of ['unpacking-old', 'unpacking-new'])
      mkdirSync(join(home, 'guidepress', name), { recursive: true });
    utimesSync(join(home, 'guidepress', 'unpacking-old'), 0, 0);
    chmodSync(join(home, 'guidepress'), 0o700);
    await keep();
    expect(readdirSync(join(home, 'guidepress')).sort()).toEqual(['tool-1', 'unpacking-new']);
  });

  test.each([
    ['the cache cannot be made', () => vi.stubEnv('XDG_CACHE_HOME', '/dev/null')],
    ['the cache is a relative path', () => vi.stubEnv('XDG_CACHE_HOME', 'cache')],
    [
      'others may write to the cache',
      () => {
        mkdirSync(join(home, 'guidepress'));
        chmodSync(join(home, 'guidepress'), 0o777);
      },
    ],
  ])('is a temporary one where %s, and that is removed', async (_, prepare) => {
    prepare();
    const { folder, dispose } = await keep();
    expect(dirname(folder)).toBe(tmpdir());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await dispose();
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  test('that cannot be filled leaves nothing and says why', async () => {
    const full = keepCopy('tool-1', () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })));
    await expect(full).rejects.toThrow('no space');
    expect(readdirSync(join(home, 'guidepress'))).toEqual([]);
  });
});
