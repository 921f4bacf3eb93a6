import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/*
 * What is made again and why, told by `--why`; and what a machine without a browser makes.
 */

const bin = path.resolve(import.meta.dirname, '../../bin/guidepress.mjs');
let folder = '';

interface Outcome {
  readonly code: number;
  readonly stderr: string;
  readonly why: Readonly<Record<string, readonly string[]>>;
  readonly pages: Readonly<Record<string, boolean | null>>;
}

function build(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const typed = [bin, 'build', 'walk', '--why', '--json', ...words];
    execFile(process.execPath, typed, { cwd: folder, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      const { why = {}, artifacts = [] }: { why?: Outcome['why']; artifacts?: { path: string; pageList: boolean }[] } =
        stdout === '' ? {} : JSON.parse(stdout);
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        stderr,
        why: Object.fromEntries(Object.entries(why).map(([at, reasons]) => [path.basename(at), reasons])),
        pages: Object.fromEntries(artifacts.map(({ path: at, pageList }) => [path.basename(at), pageList])),
      });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-why-'));
  await mkdir(path.join(folder, 'walk'));
  await writeFile(path.join(folder, 'walk/01-start.md'), '# Walk daily\n\nTen minutes will do.\n');
  await writeFile(path.join(folder, 'walk/02-more.md'), '# More\n\nThen twenty.\n');
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('--why', () => {
  const words = ['--edition', 'guide', '--edition', 'web', '--paper', 'a4'];

  test('says of each product why it was made, or nothing', async () => {
    expect((await build(words)).why).toEqual({ 'walk-guide-a4.pdf': ['new'], 'walk-web.html': ['new'] });
    expect((await build(words)).why).toEqual({ 'walk-guide-a4.pdf': [], 'walk-web.html': [] });

    await writeFile(path.join(folder, 'walk/02-more.md'), '# More\n\nThen thirty.\n');
    const changed = ['section more changed'];
    expect((await build(words)).why).toEqual({ 'walk-guide-a4.pdf': changed, 'walk-web.html': changed });

    await writeFile(path.join(folder, 'walk/02-more.md'), '\n\n# More\n\nThen thirty.\n');
    expect((await build(words)).why).toEqual({ 'walk-guide-a4.pdf': [], 'walk-web.html': [] });

    const [product = ''] = (await readdir(path.join(folder, 'output'), { recursive: true })).filter((at) =>
      at.endsWith('.pdf'),
    );
    await writeFile(path.join(folder, 'output', product), 'not mine');
    expect((await build(words)).why).toEqual({
      'walk-guide-a4.pdf': ['its file was gone or changed'],
      'walk-web.html': [],
    });
    expect((await readFile(path.join(folder, 'output', product), 'latin1')).slice(0, 5)).toBe('%PDF-');
    expect((await build([...words, '--force'])).why['walk-web.html']).toEqual(['--force']);
  }, 180_000);
});

describe('an ebook', () => {
  test('lists the pages of the printed guide though that was not asked for, and is left alone the next time', async () => {
    const words = ['--edition', 'ebook', '--out', 'books'];
    const first = await build(words);
    expect(first.pages).toEqual({ 'walk-ebook.epub': true });
    expect(await navigationOf('books')).toContain('doc-pagelist');
    expect(
      (await readdir(path.join(folder, 'books'), { recursive: true })).filter((at) => at.endsWith('.pdf')),
    ).toEqual([]);
    expect((await build(words)).why).toEqual({ 'walk-ebook.epub': [] });
  }, 180_000);

  test('has no page list where no browser is, and the manifest says so; the PDFs are missed', async () => {
    const none = { GUIDEPRESS_BROWSER: path.join(folder, 'no-browser') };
    const alone = await build(['--edition', 'ebook', '--out', 'alone'], none);
    expect(alone).toMatchObject({ code: 0, pages: { 'walk-ebook.epub': false } });
    expect(await navigationOf('alone')).not.toContain('doc-pagelist');

    const all = await build(['--out', 'all'], none);
    expect(all.code).toBe(3);
    expect(all.stderr).toContain('No PDF was made: Unexpected');
    expect(Object.keys(all.pages).sort()).toEqual(['walk-ebook.epub', 'walk-web.html']);
  }, 180_000);
});

/** The navigation document of the one book in an output folder. */
async function navigationOf(out: string): Promise<string> {
  const files = await readdir(path.join(folder, out), { recursive: true });
  const bytes = await readFile(path.join(folder, out, files.find((at) => at.endsWith('.epub')) ?? ''));
  return strFromU8(unzipSync(bytes)['OEBPS/toc.xhtml'] ?? new Uint8Array());
}
