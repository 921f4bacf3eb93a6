import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = path.resolve(import.meta.dirname, '../../bin/guidepress.mjs');
let folder = '';

/** Runs the command as a user types it, from a folder that is not ours. */
function guidepress(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...words], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-command-'));
  await writeFile(path.join(folder, 'walk.md'), '# Walk daily\n\nTen minutes will do.\n');
  await writeFile(
    path.join(folder, 'broken.md'),
    '# Broken\n\n::: emergency\n- weak legs\n:::\n\nSee ![x](none.svg).\n',
  );
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('wrong use', () => {
  test.each([
    [['dance'], 'Unexpected `dance`, expected one of `build`'],
    [['build', '--edition', 'poster'], 'Unexpected edition `poster`, expected one of `handout`'],
    [['build', '--paper', 'a5'], 'Unexpected paper `a5`'],
    [['build', '--today', 'soon'], 'Unexpected date `soon`, expected YYYY-MM-DD'],
    [['build', '--colour', 'red'], "Unknown option '--colour'"],
    [['build', 'no-such-guide'], 'Unexpected guide `no-such-guide`'],
    [['build', 'walk.md', '--language', 'tlh-XX', '--place', 'ZZ'], 'Unexpected place `ZZ`'],
  ])('%j ends with 2 and says what may be typed', async (words, message) => {
    const { code, stderr } = await guidepress(...words);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  });

  test('help names every verb and option, and the exit codes', async () => {
    const { code, stdout } = await guidepress('--help');
    expect(code).toBe(0);
    for (const word of [
      'build',
      'check',
      'doctor',
      'new guide',
      'review GUIDE',
      '--next',
      '--draft',
      '--strict',
      '--today',
      '--fix',
      '--accept',
      '--to',
      '--actions',
      '--note',
      '--json',
      '130 Ctrl-C',
    ]) {
      expect(stdout).toContain(word);
    }
  });
});

describe('a Markdown file of a foreign folder', () => {
  test('becomes a web page; findings and products are one JSON document', async () => {
    const { code, stdout } = await guidepress('build', 'walk.md', '--edition', 'web', '--json');
    const made = JSON.parse(stdout) as {
      artifacts: { path: string; sha256: string; status: string }[];
      findings: unknown[];
    };
    expect(code).toBe(0);
    expect(made.artifacts).toMatchObject([{ path: 'walk/en-GB/walk-web.html', status: 'draft' }]);
    expect(await readFile(path.join(folder, 'output/walk/en-GB/walk-web.html'), 'utf8')).toContain(
      'Ten minutes will do.',
    );
    const manifest = JSON.parse(await readFile(path.join(folder, 'output/manifest.json'), 'utf8')) as object;
    expect(Object.keys(manifest)).toEqual(['generator', 'artifacts', 'stale']);
  });

  test('with errors is not made; each finding has its place, rule and fix', async () => {
    const { code, stderr } = await guidepress('build', 'broken.md', '--edition', 'web', '--out', 'none');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^broken\.md:3:1 error fence-text Unexpected .*`:::emergency`/m);
    expect(stderr).toMatch(/^broken\.md:7:5 error image-missing /m);
    expect(await readdir(path.join(folder, 'none'))).not.toContain('broken');
  });

  test('with errors is made as a draft, stamped incomplete, what is missing named in its place', async () => {
    const { code } = await guidepress('build', 'broken.md', '--edition', 'web', '--draft', '--out', 'draft');
    const page = await readFile(path.join(folder, 'draft/broken/en-GB/broken-web.html'), 'utf8');
    expect(code).toBe(0);
    expect(page).toContain('Missing here: x');
    expect(page).toContain('Incomplete');
  });
});

describe('a library', () => {
  test('a new guide passes the checks, is made, and a second run has nothing to do', async () => {
    const own = path.resolve(import.meta.dirname, '../../content');
    await mkdir(path.join(folder, 'content'));
    for (const file of ['languages/en-GB.yml', 'places/GB.yml']) {
      await mkdir(path.join(folder, 'content', path.dirname(file)));
      await writeFile(path.join(folder, 'content', file), await readFile(path.join(own, file)));
    }
    await writeFile(path.join(folder, 'content/library.yml'), 'publisher: Test press\nlanguage: en-GB\nplace: GB\n');
    expect(await guidepress('new', 'guide', 'heat-stroke')).toMatchObject({ code: 0 });
    expect(await guidepress('new', 'guide', 'heat-stroke')).toMatchObject({ code: 2 });
    expect(await guidepress('check', '--strict')).toMatchObject({ code: 0 });
    const begun = performance.now();
    const first = await guidepress('build', '--edition', 'web', '--edition', 'ebook');
    expect(first.stdout).toMatch(/2 made, 0 unchanged, 0 errors/);
    const started = performance.now();
    const second = await guidepress('build', '--edition', 'web', '--edition', 'ebook');
    // A ratio within one run: the machine may be slow.
    expect(performance.now() - started).toBeLessThan((started - begun) / 2);
    expect(second.stdout).toMatch(/Nothing to do/);
    expect(second.stderr).toBe(first.stderr);
  });

  test('a guide with an error keeps its old products as stale, and the others are made', async () => {
    await guidepress('new', 'guide', 'sound');
    await writeFile(path.join(folder, 'content/guides/heat-stroke/en-GB/03-more.md'), '# More\n\n[@nobody2026]\n');
    const { code, stdout, stderr } = await guidepress('build', '--edition', 'web', '--edition', 'ebook');
    expect(code).toBe(1);
    expect(stderr).toContain('content/guides/heat-stroke/en-GB/03-more.md:3:2 error reference-unknown');
    expect(stdout).toMatch(/2 made, 0 unchanged, 1 error/);
    const manifest = JSON.parse(await readFile(path.join(folder, 'output/manifest.json'), 'utf8')) as {
      stale: string[];
    };
    expect(manifest.stale).toEqual([
      'heat-stroke/en-GB/heat-stroke-ebook.epub',
      'heat-stroke/en-GB/heat-stroke-web.html',
    ]);
    expect(await readFile(path.join(folder, 'output/index.html'), 'utf8')).toContain('heat-stroke-ebook.epub');
  });

  test('an edition that a guide has no content for is an error when asked for by name', async () => {
    const { code, stderr } = await guidepress('build', 'walk.md', '--edition', 'checklist');
    expect(code).toBe(1);
    expect(stderr).toContain('error edition-empty Unexpected edition `checklist`');
  });
});
