import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { lettersOf } from '../../scripts/compose/printed-text.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallestGlyphs } from '../print/glyph-sizes.ts';
import type { Manifest } from '../../scripts/write/manifest.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';
let first: Manifest;
let second: Manifest;

/** Builds a copy of content/ in a folder of its own, in a time zone, with the real command. */
async function build(name: string, timeZone: string): Promise<Manifest> {
  const cwd = path.join(folder, name);
  await cp(path.join(root, 'content'), path.join(cwd, 'content'), { recursive: true });
  await new Promise<void>((resolve, reject) => {
    execFile(
      process.execPath,
      [path.join(root, 'bin/guidepress.mjs'), 'build', 'upper-back-pain', '--language', 'en-GB', '--clinic', 'none'],
      { cwd, env: { ...process.env, TZ: timeZone } },
      (error, stdout, stderr) => (error ? reject(new Error(`${stdout}${stderr}`)) : resolve()),
    );
  });
  return JSON.parse(await readFile(path.join(cwd, 'output/manifest.json'), 'utf8')) as Manifest;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-products-'));
  first = await build('here', 'UTC');
  second = await build('there/deeper', 'Asia/Tokyo');
}, 240_000);
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('the first guide is made into every edition; handouts have at most 4 pages, checklists one', () => {
  const made = first.artifacts.map(({ edition, variant, paper, pages }) => [variant ?? edition, paper, pages]);
  expect(made).toEqual([
    ['reading', 'a4', expect.any(Number)],
    ['sheets', 'a4', expect.any(Number)],
    ['reading', 'letter', expect.any(Number)],
    ['sheets', 'letter', expect.any(Number)],
    ['checklist', 'a4', 1],
    ['checklist', 'letter', 1],
    ['ebook', null, null],
    ['guide', 'a4', expect.any(Number)],
    ['guide', 'letter', expect.any(Number)],
    ['handout', 'a4', expect.toSatisfy((pages: number) => pages >= 2 && pages <= 4)],
    ['handout', 'letter', expect.toSatisfy((pages: number) => pages >= 2 && pages <= 4)],
    ['large-print', 'a4', expect.any(Number)],
    ['large-print', 'letter', expect.any(Number)],
    ['web', null, null],
  ]);
  expect(first.stale).toEqual([]);
});

test('two builds in two folders and two time zones have the same bytes', () => {
  expect(second).toEqual(first);
});

test('every bullet of the care cards is in the ebook and on the web page', async () => {
  const text = await readFile(path.join(root, 'content/guides/upper-back-pain/en-GB/01-get-help-first.md'), 'utf8');
  const bullets = [...text.matchAll(/^- (.+)$/gm)].map(([, bullet]) =>
    lettersOf((bullet ?? '').replace(/\[(.+?)\]\(fact:.+?\)/g, '$1').replaceAll('<phone:emergency>', '999')),
  );
  expect(bullets.length).toBeGreaterThan(15);
  const output = path.join(folder, 'here/output/upper-back-pain/en-GB');
  const chapters = unzipSync(await readFile(path.join(output, 'upper-back-pain-ebook.epub')));
  const start = Object.entries(chapters).find(([name]) => name.endsWith('/guidepress-start.xhtml'))?.[1];
  const web = await readFile(path.join(output, 'upper-back-pain-web.html'), 'utf8');
  const ebook = start ? lettersOf(wordsOf(strFromU8(start))) : '';
  const page = lettersOf(wordsOf(web));
  for (const bullet of bullets) {
    expect(ebook).toContain(bullet);
    expect(page).toContain(bullet);
  }
});

/** What stands between the tags. */
function wordsOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, '');
}

test('each PDF says in its metadata in which language, and what it conforms to: sheets to nothing', async () => {
  for (const { path: at, mediaType, variant } of first.artifacts) {
    if (mediaType !== 'application/pdf') continue;
    const pdf = await readFile(path.join(folder, 'here/output', at), 'latin1');
    const claims = variant !== 'sheets';
    expect(pdf.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(claims);
    expect(pdf.includes('<pdfaid:conformance>A</pdfaid:conformance>')).toBe(claims);
    expect(pdf).toContain('<rdf:li>en-GB</rdf:li>');
  }
});

test('the checklist is set in 14 pt or more, its foot in 11', async () => {
  for (const { path: at, edition } of first.artifacts) {
    if (edition !== 'checklist') continue;
    const { text, margins } = smallestGlyphs(await readFile(path.join(folder, 'here/output', at)));
    expect(text).toBeGreaterThan(13.98);
    expect(margins).toBeGreaterThan(10.98);
  }
});
