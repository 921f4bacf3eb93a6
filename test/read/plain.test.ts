import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../scripts/model.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { SectionParser } from '../../scripts/read/parse-in-worker.ts';
import { readPlain } from '../../scripts/read/plain.ts';
import { inShort, smallLibrary } from './small-library.ts';
import { writeTree } from './write-tree.ts';

const parser = new SectionParser();
afterAll(() => parser.close());

async function readBase(): Promise<Library> {
  return readLibrary('content', { cwd: await writeTree(smallLibrary), only: [], parser });
}

function only({ guides }: Library) {
  const [guide] = guides;
  const translation = guide?.translations.values().next().value;
  if (guide === undefined || translation === undefined) throw new Error('expected a guide in one language, got none');
  return { guide, translation };
}

test('a folder is a guide: nested folders in path order, README first, hidden ones not at all', async () => {
  const cwd = await writeTree({
    'Mein Rücken/README.md': '---\nlang: de\ntags: [x]\ndraft: true\n---\n\n# Rücken\n',
    'Mein Rücken/10-z.md': 'Text\n',
    'Mein Rücken/2-Übung/1.md': '## Eins\n',
    'Mein Rücken/.git/x.md': '# No',
    'Mein Rücken/node_modules/x.md': '# No',
  });
  const library = await readPlain('Mein Rücken', await readBase(), { cwd, parser });
  const { guide, translation } = only(library);
  expect(guide).toMatchObject({ id: 'mein-rucken', plain: true, file: 'Mein Rücken/README.md' });
  expect(translation).toMatchObject({ language: 'de', title: 'Rücken' });
  expect(translation.sections.map(({ id, path, title }) => [id, path, title])).toEqual([
    ['readme', 'README.md', 'Rücken'],
    ['ubung-1', '2-Übung/1.md', 'Eins'],
    ['z', '10-z.md', 'Z'],
  ]);
  expect(library.languages.get('de')).toMatchObject({ tag: 'de', direction: 'ltr', words: { tip: 'tip!' } });
  expect(inShort(library.findings)).toEqual(['Mein Rücken/README.md:3:1 front-matter-unknown']);
});

test('a file is a guide of one section, in the language asked for', async () => {
  const cwd = await writeTree({ 'مرحبا.md': '\uFEFF# السلام\r\n\r\nخط\r\n' });
  const library = await readPlain('مرحبا.md', await readBase(), { cwd, language: 'fa', parser });
  const { guide, translation } = only(library);
  expect(guide.id).toBe('guide');
  expect(translation).toMatchObject({ language: 'fa', title: 'السلام' });
  expect(translation.sections[0]?.source).toBe('# السلام\n\nخط\n');
  expect(library.languages.get('fa')?.direction).toBe('rtl');
  expect(library.findings).toEqual([]);
});

test('a region or script that the library lacks takes the words of its relative', async () => {
  const cwd = await writeTree({ 'a.md': '---\nlanguage: en_AU\n---\nHi\n' });
  const library = await readPlain('a.md', await readBase(), { cwd, parser });
  expect(library.languages.get('en-AU')).toMatchObject({ name: 'English', tag: 'en-AU' });
  expect(only(library).translation).toMatchObject({ language: 'en-AU', title: 'A' });
});

test('a text that is not UTF-8 is a finding that says where and what to do', async () => {
  const cwd = await writeTree({
    'x/1.md': Uint8Array.of(0x23, 0x20, 0x41, 0x0a, 0x42, 0xfc, 0x63),
    'x/2.md': Uint8Array.of(0xff, 0xfe, 0x41, 0x00),
    'x/3.md': '# Fine\u000Bline\u0001',
  });
  const library = await readPlain('x', await readBase(), { cwd, parser });
  expect(inShort(library.findings)).toEqual(['x/1.md:2:2 file-unreadable', 'x/2.md:1:1 file-unreadable']);
  expect(library.findings[0]?.message).toContain('save the file as UTF-8');
  expect(only(library).translation.sections.at(-1)?.title).toBe('Fine line\uFFFD');
});

test('front matter that is no front matter does not vanish silently', async () => {
  const cwd = await writeTree({ 'x/1.md': '---\nJust text\n---\n# A\n', 'x/2.md': '+++\ntitle = "T"\n+++\n# B\n' });
  const library = await readPlain('x', await readBase(), { cwd, parser });
  expect(inShort(library.findings)).toEqual(['x/1.md:2:1 yaml-field', 'x/2.md:1:1 front-matter-unknown']);
});

test('links out of the folder and pipes are findings, links inside are followed once', async () => {
  const cwd = await writeTree({ 'x/a.md': '# A', 'x/sub/b.md': '# B', 'out/c.md': '# C' });
  await symlink('../out/c.md', join(cwd, 'x/c.md'));
  await symlink('../out', join(cwd, 'x/out'));
  await symlink('..', join(cwd, 'x/sub/loop'));
  await symlink('a.md', join(cwd, 'x/d.md'));
  await symlink('nothing', join(cwd, 'x/e.md'));
  await promisify(execFile)('mkfifo', [join(cwd, 'x/f.md')]);
  const library = await readPlain('x', await readBase(), { cwd, parser });
  expect(only(library).translation.sections.map(({ path }) => path)).toEqual(['a.md', 'd.md', 'sub/b.md']);
  expect(library.findings.map(({ file, message }) => `${file} ${message.replace(/,.*/, '')}`)).toEqual([
    'x/c.md Unexpected link that leaves the folder',
    'x/e.md Unexpected link to nothing',
    'x/f.md Unexpected pipe or device',
    'x/out Unexpected link that leaves the folder',
  ]);
});

test('a folder without Markdown, or no folder, is a finding', async () => {
  const cwd = await writeTree({ 'x/a.txt': 'A' });
  const base = await readBase();
  expect(inShort((await readPlain('x', base, { cwd, parser })).findings)).toEqual(['x:1:1 guide-empty']);
  expect(inShort((await readPlain('y', base, { cwd, parser })).findings)).toContain('y:1:1 file-unreadable');
});

test('a folder with a guide.yml is a guide, wherever it is', async () => {
  const cwd = await writeTree({ 'my/guide.yml': 'title: Mine\nhandout: {pages: 3}\n', 'my/en-GB/1-a.md': '# A' });
  const library = await readPlain('my', await readBase(), { cwd, parser });
  expect(only(library).guide).toMatchObject({ id: 'my', plain: false, handoutPages: 3 });
  expect(only(library).translation.title).toBe('Mine');
  expect(library.findings).toEqual([]);
});
