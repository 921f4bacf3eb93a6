import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ace } from './ace.ts';
import { productsWith } from './products.ts';

const books = productsWith('epub').filter(({ name }) => name.startsWith('library/'));
let temporary = '';

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'guidepress-ace-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

test('there are books to check', () => {
  expect(books.length).toBeGreaterThan(0);
});

for (const { name, file } of books) {
  test(`Ace finds no violations in ${name}`, async () => {
    expect(await ace(file, temporary)).toEqual({ outcome: 'pass', violations: [] });
  });
}

test('Ace finds a book whose documents name no language', async () => {
  const [book] = books;
  if (!book) throw new Error('Expected a book of the library, got none');
  const broken = path.join(temporary, 'broken.epub');
  await writeFile(broken, withoutLanguage(await readFile(book.file)));
  expect((await ace(broken, temporary)).violations.join('\n')).toContain('html-has-lang');
});

function withoutLanguage(book: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(book)).map(([name, bytes]) => [
    name,
    name.endsWith('.xhtml') ? strToU8(strFromU8(bytes).replaceAll(/ (?:xml:)?lang="[^"]*"/g, '')) : bytes,
  ]);
  return zipSync(Object.fromEntries(entries));
}
