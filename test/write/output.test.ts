import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Artifact, Order } from '../../scripts/model.ts';
import { readManifest } from '../../scripts/write/manifest.ts';
import { Output } from '../../scripts/write/output.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-output-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

function artifact(guide: string, text: string): Artifact {
  const order = {
    guide: { id: guide },
    language: { tag: 'en-GB' },
    country: null,
    clinic: null,
    edition: 'web',
    paper: null,
    variant: null,
    path: `${guide}/en-GB/${guide}-web.html`,
    status: 'draft',
  };
  return {
    order: order as unknown as Order,
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/html',
    pages: null,
    pageList: null,
  };
}

async function make(guides: Record<string, string>, whole = true, fails: readonly string[] = []): Promise<Output> {
  const output = await Output.open(folder);
  for (const [guide, text] of Object.entries(guides)) await output.write(artifact(guide, text), `print of ${text}`);
  await output.close(output.manifest('test', whole, (entry) => fails.includes(entry.guide)));
  return output;
}

const page = (guide: string): Promise<string> =>
  readFile(path.join(folder, guide, 'en-GB', `${guide}-web.html`), 'utf8');

test('a product is taken again only from the same input and with its bytes untouched', async () => {
  await make({ a: 'one' });
  const at = 'a/en-GB/a-web.html';
  expect(await (await Output.open(folder)).reuse(at, 'print of one')).toMatchObject({ path: at, bytes: 3 });
  expect(await (await Output.open(folder)).reuse(at, 'print of two')).toBeNull();
  await writeFile(path.join(folder, at), 'onE');
  expect(await (await Output.open(folder)).reuse(at, 'print of one')).toBeNull();
});

test('a whole plan removes what it no longer makes and nothing that is not ours', async () => {
  await make({ a: 'one', b: 'two' });
  await writeFile(path.join(folder, 'b', 'en-GB', 'mine.txt'), 'mine');
  await make({ a: 'one' });
  expect((await readManifest(folder)).artifacts.map(({ guide }) => guide)).toEqual(['a']);
  expect(await readdir(path.join(folder, 'b', 'en-GB'))).toEqual(['mine.txt']);
});

test('a filtered run leaves the other products as they were', async () => {
  await make({ a: 'one', b: 'two' });
  await make({ a: 'three' }, false);
  expect((await readManifest(folder)).artifacts.map(({ guide }) => guide)).toEqual(['a', 'b']);
  expect([await page('a'), await page('b')]).toEqual(['three', 'two']);
});

test('products of a guide that fails now stay and are stale until it is made again', async () => {
  await make({ a: 'one', b: 'two' });
  await make({ a: 'one' }, true, ['b']);
  expect((await readManifest(folder)).stale).toEqual(['b/en-GB/b-web.html']);
  await make({ a: 'one' }, false);
  expect((await readManifest(folder)).stale).toEqual(['b/en-GB/b-web.html']);
  await make({ a: 'one', b: 'three' });
  expect((await readManifest(folder)).stale).toEqual([]);
  expect(await page('b')).toBe('three');
});

test('a manifest that points outside the folder removes nothing there', async () => {
  const outside = path.join(path.dirname(folder), `${path.basename(folder)}-outside.txt`);
  await writeFile(outside, 'keep');
  await make({ a: 'one' });
  const file = path.join(folder, 'manifest.json');
  const text = (await readFile(file, 'utf8')).replace('a/en-GB/a-web.html', `../${path.basename(outside)}`);
  await writeFile(file, text);
  await make({ b: 'two' });
  expect(await readFile(outside, 'utf8')).toBe('keep');
  await rm(outside);
});

test('what a killed build left half-written is swept up, and no temporary file remains', async () => {
  await make({ a: 'one' });
  const left = path.join(folder, 'a', 'en-GB', '.guidepress-999999999-a-web.html.tmp');
  await writeFile(left, 'hal');
  await make({ a: 'one' });
  expect(await readdir(path.join(folder, 'a', 'en-GB'))).toEqual(['a-web.html']);
});

test('a folder in place of a product is an error, and nothing is replaced', async () => {
  await make({ a: 'one' });
  const before = await readFile(path.join(folder, 'manifest.json'), 'utf8');
  await mkdir(path.join(folder, 'b', 'en-GB', 'b-web.html'), { recursive: true });
  await expect(make({ a: 'two', b: 'two' })).rejects.toThrow(/^Unexpected folder in place of a file \(EISDIR\)/);
  expect([await page('a'), await readFile(path.join(folder, 'manifest.json'), 'utf8')]).toEqual(['one', before]);
});

test('what is made waits out of sight until all is made, and goes if it never is', async () => {
  await make({ a: 'one' });
  const output = await Output.open(folder);
  await output.write(artifact('a', 'two'), 'print of two');
  await output.write(artifact('b', 'two'), 'print of two');
  expect([await page('a'), (await readdir(folder)).sort()]).toEqual([
    'one',
    [`.guidepress-${process.pid}`, 'a', 'manifest.json'],
  ]);
  await mkdir(path.join(folder, '.guidepress-999999999', 'x'), { recursive: true });
  await make({ a: 'one' });
  expect((await readdir(folder)).sort()).toEqual(['a', 'manifest.json']);
});
