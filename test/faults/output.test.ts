import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesIn, unfinishedIn, Workplace, type Ended } from './workplace.ts';

/*
 * What is wrong with the output folder is said in one line, before or without harm: exit code 3, the old files as they were.
 */

const options = ['--edition', 'web', '--edition', 'ebook'];
const isRoot = process.getuid?.() === 0;

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
});
afterAll(() => place?.close());
beforeEach(() => place.writeGuides('Walk a little each day.'));

function at(...parts: readonly string[]): string {
  return path.join(place.folder, ...parts);
}

/** The one line that a user reads, apart from findings. */
function expectOneLine({ code, stderr }: Ended, message: RegExp): void {
  const lines = stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !/ (?:note|warning) /.test(line));
  expect({ code, lines }).toEqual({ code: 3, lines: [expect.stringMatching(message)] });
}

describe('an output folder that cannot be', () => {
  beforeAll(async () => {
    await writeFile(at('file'), 'mine');
    await symlink('nowhere', at('dangling'));
    await symlink('loop', at('loop'));
  });

  test.each([
    ['/proc/guidepress', /^Unexpected place where nothing can be made \(ENOENT\) at `\/proc\/guidepress`/],
    ['/dev/null', /^Unexpected file in place of a folder \(EEXIST\)/],
    ['file', /^Unexpected file in place of a folder \(EEXIST\)/],
    ['file/inner', /^Unexpected file in place of a folder \(ENOTDIR\)/],
    ['dangling', /^Unexpected place where nothing can be made \(ENOENT\)/],
    ['loop', /^Unexpected link that leads to itself \(ELOOP\)/],
    ['a'.repeat(300), /^Unexpected path that is too long \(ENAMETOOLONG\)/],
  ])('%s', async (out, message) => {
    expectOneLine(await place.build(...options, '--out', out), message);
  });

  test.skipIf(isRoot)('a folder without permission', async () => {
    await mkdir(at('closed'));
    await chmod(at('closed'), 0o555);
    expectOneLine(await place.build(...options, '--out', 'closed'), /^Unexpected lack of permission \(EACCES\)/);
  });
});

test('a folder in place of a product is told, and the old files stay', async () => {
  expect(await place.build(...options, '--out', 'taken')).toMatchObject({ code: 0 });
  await place.writeGuides('Other words.');
  await rm(at('taken/rest/en-GB/rest-web.html'));
  await mkdir(at('taken/rest/en-GB/rest-web.html/inner'), { recursive: true });
  const before = await filesIn(at('taken'));
  expectOneLine(
    await place.build(...options, '--out', 'taken'),
    /^Unexpected folder in place of a file \(EISDIR\) at `.*rest-web\.html`/,
  );
  expect(await filesIn(at('taken'))).toEqual(before);
  expect(await unfinishedIn(at('taken'))).toEqual([]);
});

describe('a small disk of its own', () => {
  const kilobytes = 600;
  let mounted = false;

  beforeEach(async () => {
    await mkdir(at('disk'), { recursive: true });
    mounted = mount(at('disk'), kilobytes);
  });
  afterEach(async () => {
    if (mounted) execFileSync('umount', [at('disk')]);
    mounted = false;
  });

  /** Without the right to mount there is nothing to try: said aloud, and a failure where `CI=true`. */
  function requireDisk(skip: (note: string) => void): void {
    if (mounted) return;
    const note = 'Expected to mount a tmpfs, which takes root: disk full, read-only and other disks are not tried';
    if (process.env['CI'] === 'true') throw new Error(note);
    console.warn(note);
    skip(note);
  }

  test('that is full: told in one line, the old files stay, and with room the next build is right', async ({
    skip,
  }) => {
    requireDisk(skip);
    const web = ['--edition', 'web', '--out', 'disk/output'];
    expect(await place.build(...web)).toMatchObject({ code: 0 });
    const before = await filesIn(at('disk/output'));
    fill(at('disk/filler'));
    await place.writeGuides('Other words.');
    expectOneLine(
      await place.build(...web),
      /^Unexpected full disk \(ENOSPC\) at `.*`, expected to write there: make room/,
    );
    expect(await filesIn(at('disk/output'))).toEqual(before);
    await rm(at('disk/filler'));
    expect(await place.build(...web)).toMatchObject({ code: 0 });
    expect((await filesIn(at('disk/output'))).get('walk/en-GB/walk-web.html')?.toString()).toContain('Other words.');
    expect(await unfinishedIn(at('disk/output'))).toEqual([]);
  });

  test('that fills up half-way: nothing is replaced', async ({ skip }) => {
    requireDisk(skip);
    expect(await place.build('--edition', 'web', '--out', 'disk/output')).toMatchObject({ code: 0 });
    const before = await filesIn(at('disk/output'));
    await place.writeGuides('Other words.');
    // Room for some of the products, not for all.
    await writeFile(at('disk/filler'), Buffer.alloc(350_000));
    expectOneLine(await place.build('--out', 'disk/output'), /^Unexpected full disk \(ENOSPC\)/);
    expect(await filesIn(at('disk/output'))).toEqual(before);
    expect(await unfinishedIn(at('disk/output'))).toEqual([]);
  });

  test('that becomes read-only: told in one line, and the old files stay', async ({ skip }) => {
    requireDisk(skip);
    expect(await place.build('--edition', 'web', '--out', 'disk/output')).toMatchObject({ code: 0 });
    const before = await filesIn(at('disk/output'));
    await place.writeGuides('Other words.');
    execFileSync('mount', ['-o', 'remount,ro', at('disk')]);
    expectOneLine(
      await place.build('--edition', 'web', '--out', 'disk/output'),
      /^Unexpected read-only disk \(EROFS\)/,
    );
    expect(await filesIn(at('disk/output'))).toEqual(before);
  });

  test('that a folder of the output is a link to: its products are made there', async ({ skip }) => {
    requireDisk(skip);
    await mkdir(at('two-disks'));
    await symlink(at('disk'), at('two-disks/walk'));
    expect(await place.build('--edition', 'web', '--out', 'two-disks')).toMatchObject({ code: 0 });
    expect([...(await filesIn(at('disk'))).keys()]).toEqual(['en-GB/walk-web.html']);
    expect(await unfinishedIn(at('disk'))).toEqual([]);
  });
});

function mount(folder: string, kilobytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'guidepress', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes all the room that there is. */
function fill(file: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=1k'], { stdio: 'ignore' });
  } catch {
    // It ends when the disk is full.
  }
}
