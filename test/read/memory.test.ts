import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLibrary } from '../../scripts/read/library.ts';
import { Memory } from '../../scripts/read/memory.ts';

const own = path.resolve(import.meta.dirname, '../../content');
let folder = '';
let memory = new Memory();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-memory-'));
  memory = new Memory();
  for (const name of ['languages', 'places'])
    await cp(path.join(own, name), path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, 'library.yml'), 'publisher: Test press\nlanguage: en-GB\nplace: GB\ncolour: red\n');
  await write('guide.yml', 'title: Walk\ndate: 2026-01-01\nversion: "1"\n');
  await write('en-GB/01-walk.md', '# Walk\n\nWalk *daily*.\n');
  await write('en-GB/02-rest.md', '# Rest\n\nThen rest. ![x](none.svg)\n');
});
afterEach(async () => {
  await memory.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, text: string): Promise<void> {
  const file = path.join(folder, 'guides/walk', name);
  await cp(own, path.dirname(file), { recursive: true, filter: (from) => from === own });
  await writeFile(file, text);
}

const read = () => readLibrary(folder, { cwd: folder, memory });

test('a second reading gives the same library and the same findings as one without memory', async () => {
  await read();
  const second = await read();
  const fresh = await readLibrary(folder, { cwd: folder });
  expect(second).toEqual(fresh);
  expect(fresh.findings.length).toBeGreaterThan(1);
});

test('what one reading writes into a tree the next does not see', async () => {
  const first = await read();
  const [section] = first.guides[0]?.translations.get('en-GB')?.sections ?? [];
  section?.tree.children.splice(0);
  const again = (await read()).guides[0]?.translations.get('en-GB')?.sections[0];
  expect(again?.tree.children.length).toBeGreaterThan(0);
});

test('a changed text, a changed field and a changed picture are read anew', async () => {
  await read();
  await write('en-GB/01-walk.md', '# March\n\nWalk.\n');
  await write('guide.yml', 'title: March\ndate: 2026-01-01\nversion: "1"\n');
  await write('en-GB/none.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>');
  const library = await read();
  const translation = library.guides[0]?.translations.get('en-GB');
  expect(translation?.title).toBe('March');
  expect(translation?.sections[0]?.title).toBe('March');
  expect(library.findings.filter(({ rule }) => rule === 'image-missing')).toEqual([]);
});
