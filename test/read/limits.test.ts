import { truncateSync } from 'node:fs';
import { mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../scripts/read/library.ts';
import { inShort, smallLibrary } from './small-library.ts';
import { writeTree } from './write-tree.ts';

/** Findings of the small library with these files in it, in the section's own words. */
async function findingsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  change: (root: string) => Promise<void> | void = () => {},
): Promise<string[]> {
  const root = await writeTree({ ...smallLibrary, ...files });
  await change(root);
  const { findings } = await readLibrary('content', { cwd: root });
  return inShort(findings);
}

const section = 'content/guides/back/en-GB/01-start.md';

describe('a section', () => {
  test.each([
    ['of 20,001 parts', `# Start\n\n${'*a*\n\n'.repeat(6700)}`],
    [
      'with a table that a wide head makes large',
      `# Start\n\n|${'a|'.repeat(300)}\n|${'-|'.repeat(300)}\n${'|b|\n'.repeat(100)}`,
    ],
    [
      'whose links repeat a long address',
      `# Start\n\n[a]: https://example.org/${'x'.repeat(9000)}\n\n${'[a] '.repeat(200)}`,
    ],
    ['with a word of 20,001 letters', `# Start\n\n${'a'.repeat(20_001)}\n`],
  ])('%s is refused', async (_, text) => {
    expect(await findingsOf({ [section]: text })).toEqual([
      expect.stringMatching(/01-start\.md:\d+:\d+ section-too-big$/),
    ]);
  });

  test('just under these limits is read', async () => {
    const text = `# Start\n\n${'*a*\n\n'.repeat(6000)}${'a'.repeat(19_999)}\n`;
    expect(await findingsOf({ [section]: text })).toEqual([]);
  });
});

test('pictures of over 100 MB in all are refused, at the one that is too many', async () => {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const names = Array.from({ length: 6 }, (_, index) => `p${index}.jpg`);
  const files = Object.fromEntries(names.map((name) => [`content/guides/back/figures/${name}`, jpeg]));
  const text = `# Start\n\n${names.map((name) => `![a back](${name})\n`).join('\n')}`;
  // A JPEG may be followed by anything; this takes no room on the disk.
  const lengthen = (root: string): void =>
    names.forEach((name) => truncateSync(join(root, 'content/guides/back/figures', name), 19_000_000));
  expect(await findingsOf({ ...files, [section]: text }, lengthen)).toEqual([`${section}:13:1 image-too-big`]);
});

describe('links in a guide that lead out of it', () => {
  test('a folder of figures is not followed', async () => {
    const files = {
      'outside/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
      [section]: '# Start\n\n![a](a.svg)\n',
    };
    expect(await findingsOf(files, linkFigures)).toEqual([`${section}:3:1 image-outside`]);
  });

  test.each(['guide.yml', 'safety.lock.yml', 'en-GB/words.yml'])('%s is not followed', async (name) => {
    const at = `content/guides/back/${name}`;
    const files = { [at]: 'title: Secret\n' };
    const link = async (root: string): Promise<void> => {
      await mkdir(join(root, 'outside'));
      await rename(join(root, at), join(root, 'outside/secret.yml'));
      await symlink(join(root, 'outside/secret.yml'), join(root, at));
    };
    expect(await findingsOf(files, link)).toContain(`${at}:1:1 file-unreadable`);
  });
});

test('folders over 50 deep are refused', async () => {
  const deep = `content/guides/back/en-GB/${'a/'.repeat(60)}02-deep.md`;
  expect(await findingsOf({ [deep]: '# Deep\n' })).toEqual([expect.stringMatching(/\/a:1:1 file-unreadable$/)]);
});

function linkFigures(root: string): Promise<void> {
  return symlink(join(root, 'outside'), join(root, 'content/guides/back/figures'));
}
