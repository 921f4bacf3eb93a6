import { execFile } from 'node:child_process';
import { readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallLibrary } from '../read/small-library.ts';
import { writeTree } from '../read/write-tree.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/guidepress.mjs');

/** Runs the command as a user types it. */
function guidepress(
  cwd: string,
  ...words: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...words], { cwd }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('check --accept', () => {
  const card = '# Start\n\n:::emergency\n- weak legs\n- pain in your chest\n:::\n';

  test('keeps the cards; a bullet that is deleted later is an error until accepted again', async () => {
    const cwd = await writeTree({ ...smallLibrary, 'content/guides/back/en-GB/01-start.md': card });
    const lock = path.join(cwd, 'content/guides/back/safety.lock.yml');
    const first = await guidepress(cwd, 'check', '--accept');
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('safety.lock.yml: accepted, 4 texts') });
    const kept = await readFile(lock, 'utf8');
    expect(kept).toContain('  emergency:\n    - "weak legs"\n    - "pain in your chest"\n');

    await overwrite(cwd, card.replace('- weak legs\n', ''));
    const changed = await guidepress(cwd, 'check', 'back');
    expect(changed.code).toBe(1);
    expect(changed.stderr).toMatch(/guide\.yml:1:1 error safety-changed Unexpected lack of `weak legs` in `emergency`/);
    expect(await readFile(lock, 'utf8')).toBe(kept);

    expect(await guidepress(cwd, 'check', 'back', '--accept')).toMatchObject({ code: 0 });
    expect(await readFile(lock, 'utf8')).toBe(kept.replace('    - "weak legs"\n', ''));
  });

  test('does not accept a guide with another error; a broken lock is written anew', async () => {
    const lock = 'content/guides/back/safety.lock.yml';
    const cwd = await writeTree({
      ...smallLibrary,
      'content/guides/back/en-GB/01-start.md': card.replace(/:::\n$/, ''),
      [lock]: '<<<<<<< ours\n',
    });
    const refused = await guidepress(cwd, 'check', '--accept');
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('back: not accepted') });
    expect(await readFile(path.join(cwd, lock), 'utf8')).toBe('<<<<<<< ours\n');
    await overwrite(cwd, card);
    expect(await guidepress(cwd, 'check', '--accept')).toMatchObject({ code: 0 });
    expect(await readFile(path.join(cwd, lock), 'utf8')).toContain('"weak legs"');
  });
});

test('an id one letter off is answered with the guide that is most like it', async () => {
  const cwd = await writeTree(smallLibrary);
  expect(await guidepress(cwd, 'check', 'bakk')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/Unexpected guide `bakk`.*did you mean `back`\?/),
  });
  expect((await guidepress(cwd, 'check', 'walking')).stderr).not.toContain('did you mean');
});

describe('check --fix', () => {
  test('takes `{#id}` from headings, and leaves an escaped one', async () => {
    const cwd = await writeTree({ 'walk.md': '# Walk {#walk}\n\nRest.\n\n## Stop \\{#id}\n\nRest.\n' });
    const { stdout } = await guidepress(cwd, 'check', '--fix', 'walk.md');
    expect(await readFile(path.join(cwd, 'walk.md'), 'utf8')).toBe('# Walk\n\nRest.\n\n## Stop \\{#id}\n\nRest.\n');
    expect(stdout).toContain('walk.md:1 mended heading-attribute:');
  });

  test('mends in rounds, keeps BOM, line ends and all else, and tells what it did', async () => {
    const cwd = await writeTree({
      'walk.md':
        '\uFEFF# Walk\r\n\r\n::: emergency\r\n- weak\u200B legs\r\n:::\r\n\r\n：：：tip\r\nRest.\r\n：：：\r\n\nEnd.\n',
    });
    const { code, stdout } = await guidepress(cwd, 'check', '--fix', 'walk.md');
    expect(await readFile(path.join(cwd, 'walk.md'), 'utf8')).toBe(
      '\uFEFF# Walk\r\n\r\n:::emergency\r\n- weak legs\r\n:::\r\n\r\n:::tip\r\nRest.\r\n:::\r\n\nEnd.\n',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('walk.md:3 mended fence-text: ::: emergency → :::emergency');
    expect(stdout).toContain('walk.md:4 mended zero-width: U+200B → nothing');
    expect(await guidepress(cwd, 'check', '--fix', 'walk.md')).toMatchObject({
      stdout: expect.not.stringContaining('mended'),
    });
  });

  test('leaves what words hang on, what a comment silences and what may be meant', async () => {
    const text = [
      '# Walk',
      ':::urgent advice',
      '- weak legs',
      ':::',
      'Code:',
      '    ::: tip',
      '<!-- guidepress-ignore fence-text: shown as it is -->',
      '::: tip',
      'می‌خواهم',
    ].join('\n\n');
    const cwd = await writeTree({ 'walk.md': text });
    await guidepress(cwd, 'check', '--fix', 'walk.md');
    expect(await readFile(path.join(cwd, 'walk.md'), 'utf8')).toBe(text);
  });

  test('writes in the named files alone: no other guide, no shared section, nothing a link leads to', async () => {
    const broken = '# Start\n\n::: tip\nRest.\n:::\n';
    const own = 'content/guides/back/en-GB/01-start.md';
    const cwd = await writeTree({
      ...smallLibrary,
      [own]: broken,
      'content/guides/back/en-GB/03-shared.md': '---\nsame-as: rest\n---\n',
      'content/shared/en-GB/rest.md': broken.replace('Start', 'Rest'),
      'content/guides/neck/guide.yml': 'title: Neck\n',
      'content/guides/neck/en-GB/01-start.md': broken,
      'outside.md': broken.replace('Start', 'Outside'),
    });
    await symlink(path.join(cwd, 'outside.md'), path.join(cwd, 'content/guides/back/en-GB/02-link.md'));
    await guidepress(cwd, 'check', '--fix', 'back');
    const isMended = async (file: string): Promise<boolean> =>
      (await readFile(path.join(cwd, file), 'utf8')).includes('\n:::tip\n');
    expect(await isMended(own)).toBe(true);
    expect(await isMended('content/shared/en-GB/rest.md')).toBe(false);
    expect(await isMended('content/guides/neck/en-GB/01-start.md')).toBe(false);
    await guidepress(cwd, 'check', '--fix');
    expect(await isMended('content/shared/en-GB/rest.md')).toBe(true);
    expect(await isMended('content/guides/neck/en-GB/01-start.md')).toBe(true);
    expect(await isMended('outside.md')).toBe(false);
    expect((await stat(path.join(cwd, own))).mode & 0o600).toBe(0o600);
  });
});

test.each([
  [['build', '--fix'], 'Unexpected `--fix` for `build`'],
  [['build', '--accept'], 'Unexpected `--accept` for `build`'],
  [['new', 'guide', 'x', '--fix'], "Unknown option '--fix'"],
])('%j is wrong use', async (words, message) => {
  const cwd = await writeTree({});
  const { code, stderr } = await guidepress(cwd, ...words);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});

async function overwrite(cwd: string, text: string): Promise<void> {
  await writeFile(path.join(cwd, 'content/guides/back/en-GB/01-start.md'), text);
}
