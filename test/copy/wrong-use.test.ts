import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteGaps } from '../../scripts/compose/note-gaps.ts';
import type { EditionId, Order } from '../../scripts/model.ts';
import { readOptions } from '../../scripts/options.ts';
import { planOrders } from '../../scripts/plan/orders.ts';
import { onlyOrder, ownOrder } from '../../scripts/plan/own-order.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { parseNote, readNote } from '../../scripts/read/note.ts';
import { openTarget } from '../../scripts/write/own-copy.ts';

const cwd = path.resolve(import.meta.dirname, '../..');
const library = await readLibrary(path.join(cwd, 'content'), { cwd, only: ['upper-back-pain'] });
let folder = '';
beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'guidepress-copy-')));
  await mkdir(path.join(folder, 'output'));
  await writeFile(path.join(folder, 'file'), '');
  await symlink('output', path.join(folder, 'link'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function ordersOf(edition: EditionId, papers: readonly ('a4' | 'letter')[] = ['a4']): readonly Order[] {
  const wish = { languages: ['en-GB'], places: [], editions: [edition], papers, clinics: ['none'] };
  return planOrders(library, { ...wish, today: '2026-06-01', incomplete: new Set() }).orders;
}

describe('options', () => {
  test.each([
    [['--note', 'n.txt'], 'Unexpected `--note` without `--to`'],
    [['--actions', 'walk'], 'Unexpected `--actions` without `--to`'],
    [['--to', '-', '--json'], 'Unexpected `--json` with `--to -`'],
    [['--to', 'a.pdf', '--actions', 'walk,,shrugs'], 'Unexpected empty `--actions`'],
    [['--to', ''], 'Unexpected empty file name'],
  ])('%j is wrong use', (words, message) => {
    expect(() => readOptions('build', words)).toThrow(message);
  });

  test('belong to build, and ids of actions may be listed and repeated', () => {
    expect(() => readOptions('check', ['--to', 'a.pdf'])).toThrow('Unexpected `--to` for `check`');
    const { actions } = readOptions('build', ['--to', 'a.pdf', '--actions', 'walk, shrugs', '--actions', 'massage']);
    expect(actions).toEqual(['walk', 'shrugs', 'massage']);
  });
});

describe('the place of the copy', () => {
  test.each([
    ['', 'Unexpected folder or device'],
    ['/dev/null', 'Unexpected folder or device'],
    ['none/a.pdf', 'Unexpected `--to` in a folder that is not there'],
    ['file/a.pdf', 'Unexpected `--to` in a folder that is not there'],
    ['output/mrs-smith.pdf', 'Unexpected `--to` in the output or content folder'],
    ['link/mrs-smith.pdf', 'Unexpected `--to` in the output or content folder'],
  ])('%j is refused, without its name', async (to, message) => {
    const refused = await openTarget(path.resolve(folder, to), [path.join(folder, 'output')]).catch(
      (error: Error) => error,
    );
    expect(refused).toMatchObject({ name: 'UsageError', message: expect.stringContaining(message) });
    expect(String(refused)).not.toContain('smith');
  });
});

test('the copy replaces what is there, is the user’s alone, and what a killed run left goes', async () => {
  const to = path.join(folder, 'my.pdf');
  await writeFile(to, 'old', { mode: 0o644 });
  await writeFile(path.join(folder, '.guidepress-copy-4194305-00ff00ff.tmp'), 'left');
  await writeFile(path.join(folder, `.guidepress-copy-${process.ppid}-00ff00ff.tmp`), 'in use');
  const target = await openTarget(to, [path.join(folder, 'output')]);
  target.write(bytes('new'));
  expect(await readFile(to, 'utf8')).toBe('new');
  expect((await stat(to)).mode & 0o777).toBe(0o600);
  const hidden = (await readdir(folder)).filter((name) => name.startsWith('.'));
  expect(hidden).toEqual([`.guidepress-copy-${process.ppid}-00ff00ff.tmp`]);
});

describe('the order', () => {
  test('must be one: what is open is named', () => {
    const orders = [...ordersOf('checklist', ['a4', 'letter']), ...ordersOf('web')];
    expect(() => onlyOrder(orders)).toThrow('Unexpected `--to` for 3 products, expected one: name --edition, --paper');
    expect(() => onlyOrder([])).toThrow('Unexpected `--to` for no product');
  });

  test('takes actions that the guide has, at most eight on a checklist, in an edition that can be personal', () => {
    const [checklist] = ordersOf('checklist');
    const [web] = ordersOf('web');
    if (!checklist || !web) throw new Error('Expected orders');
    expect(() => ownOrder(checklist, { actions: ['shrug'], note: null })).toThrow(
      /Unexpected action `shrug`, expected one of `check-signs`, .*: did you mean `shrugs`\?/,
    );
    expect(() => ownOrder(web, { actions: ['shrugs'], note: null })).toThrow('`--actions` for the edition `web`');
    expect(() => ownOrder(web, { actions: [], note: 'Hello' })).toThrow('expected one of `handout`, `checklist`, `large-print`');
    expect(ownOrder(web, { actions: [], note: null })).toBe(web);
    const translation = {
      ...checklist.translation,
      sections: checklist.translation.sections.map((section, index) => ({
        ...section,
        tree: {
          ...section.tree,
          children: [
            { type: 'containerDirective', name: 'action', attributes: { id: `a${index}` }, children: [] } as never,
          ],
        },
      })),
    };
    const many = Array.from({ length: 9 }, (_, index) => `a${index}`);
    expect(() => ownOrder({ ...checklist, translation }, { actions: many, note: null })).toThrow('expected at most 8');
  });
});

describe('the note', () => {
  test('is text as typed: line breaks of any system, no blank lines at its ends', () => {
    const { text, findings } = parseNote(bytes('\uFEFF\r\n One\r\ntwo\rthree\n\n\n<b>four</b>\t*x*\n\n'));
    expect({ text, findings }).toEqual({ text: ' One\ntwo\nthree\n\n\n<b>four</b>\t*x*', findings: [] });
  });

  test.each([
    [bytes(' \n'), 'Unexpected empty `--note`'],
    [Uint8Array.of(0x68, 0xff), 'expected plain text in UTF-8'],
  ])('%j is refused', (note, message) => {
    expect(() => parseNote(note)).toThrow(message);
  });

  test('of 2,000 characters is read; a longer one and control characters are findings without its text', () => {
    expect(parseNote(bytes('😀'.repeat(2000))).findings).toEqual([]);
    expect(parseNote(bytes('secret '.repeat(300))).findings).toMatchObject([
      {
        rule: 'note-long',
        file: '--note',
        message: 'Unexpected note of 2099 characters, expected at most 2000: shorten it',
      },
    ]);
    expect(parseNote(bytes('é'.repeat(9000))).findings).toMatchObject([
      { message: expect.stringContaining('of over 2000 characters') },
    ]);
    const [control] = parseNote(bytes('One\nsecret \u202Etwo')).findings;
    expect(control).toMatchObject({ rule: 'note-characters', line: 2, column: 8 });
    expect(JSON.stringify(control)).not.toMatch(/secret|\u202e/);
  });

  test('that cannot be read is refused without its name; what no font has is told by its place alone', async () => {
    await expect(readNote(path.join(folder, 'mrs-smith.txt'))).rejects.toThrow(
      /^Unexpected `--note` that cannot be read \(ENOENT\)/,
    );
    await expect(readNote(folder)).rejects.toThrow('(EISDIR)');
    const [order] = ordersOf('checklist');
    if (!order) throw new Error('Expected an order');
    const gaps = noteGaps({ ...order, own: { actions: null, note: 'One\nsmile 😀', noteAt: 'front' } });
    expect(gaps).toMatchObject([{ rule: 'note-characters', line: 2, column: 7 }]);
    expect(JSON.stringify(gaps)).not.toMatch(/smile|😀|1F600/);
  });
});
