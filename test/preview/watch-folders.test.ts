import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderWatch } from '../../scripts/preview/watch-folders.ts';

let folder = '';
let changes = 0;
let watching: FolderWatch | null = null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-watch-'));
  changes = 0;
  await mkdir(path.join(folder, 'guides/a'), { recursive: true });
  await writeFile(path.join(folder, 'guides/a/01.md'), '# One\n');
});
afterEach(async () => {
  watching?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(depth = Number.POSITIVE_INFINITY): Promise<void> {
  watching = await FolderWatch.open([{ folder, depth }], () => {
    changes += 1;
  });
}

/** True if a change is heard of within 2 s. */
async function hears(): Promise<boolean> {
  for (let waited = 0; waited < 2000; waited += 10) {
    if (changes > 0) return true;
    await rest(10);
  }
  return false;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test('a file written in place is a change', async () => {
  await open();
  await writeFile(path.join(folder, 'guides/a/01.md'), '# Two\n');
  expect(await hears()).toBe(true);
});

test('a file that an editor puts in place by renaming is a change, the second time too', async () => {
  await open();
  for (const text of ['# Two\n', '# Three\n']) {
    changes = 0;
    await writeFile(path.join(folder, 'guides/a/.01.md.new'), text);
    await rename(path.join(folder, 'guides/a/.01.md.new'), path.join(folder, 'guides/a/01.md'));
    expect(await hears()).toBe(true);
    await rest(150);
  }
});

test('a file taken away is a change', async () => {
  await open();
  await rm(path.join(folder, 'guides/a/01.md'));
  expect(await hears()).toBe(true);
});

test('folders made later are watched, and what was in them already is not missed', async () => {
  await open();
  await mkdir(path.join(folder, 'guides/b/en-GB'), { recursive: true });
  expect(await hears()).toBe(true);
  await rest(300);
  changes = 0;
  await writeFile(path.join(folder, 'guides/b/en-GB/01.md'), '# New\n');
  expect(await hears()).toBe(true);
  await rest(150);
  await rm(path.join(folder, 'guides/b'), { recursive: true });
  await rest(300);
  expect(watching?.folders).toBe(3);
});

test('a folder that is removed and made again at once is watched again', async () => {
  await open();
  await rm(path.join(folder, 'guides'), { recursive: true });
  await mkdir(path.join(folder, 'guides/a'), { recursive: true });
  await writeFile(path.join(folder, 'guides/a/01.md'), '# One\n');
  await rest(500);
  changes = 0;
  await writeFile(path.join(folder, 'guides/a/01.md'), '# Two\n');
  expect(await hears()).toBe(true);
});

test('several steps of one save are one change', async () => {
  await open();
  const file = path.join(folder, 'guides/a/01.md');
  await writeFile(file, '');
  await writeFile(file, '# Two\n');
  await writeFile(file, '# Two\n\nText.\n');
  await rest(400);
  expect(changes).toBe(1);
});

test('hidden files, backups and node_modules are no change', async () => {
  await mkdir(path.join(folder, 'node_modules/x'), { recursive: true });
  await open();
  await writeFile(path.join(folder, 'guides/a/.01.md.swp'), 'x');
  await writeFile(path.join(folder, 'guides/a/01.md~'), 'x');
  await writeFile(path.join(folder, 'node_modules/x/01.md'), 'x');
  await rest(300);
  expect(changes).toBe(0);
});

test('after it is closed nothing is heard', async () => {
  await open();
  watching?.close();
  await writeFile(path.join(folder, 'guides/a/01.md'), '# Two\n');
  await rest(200);
  expect(changes).toBe(0);
});

test('only as many levels of folders are watched as asked for', async () => {
  await open(1);
  expect(watching?.folders).toBe(2);
});
