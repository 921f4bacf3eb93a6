import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawSheets } from '../../scripts/write/sheets.ts';
import { writeTree } from '../read/write-tree.ts';

const root = path.resolve(import.meta.dirname, '../..');
const script = path.join(root, 'scripts/contact-sheet.ts');
const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;

/** Makes sheets of a folder with one real handout. */
async function contactSheet(environment: NodeJS.ProcessEnv, ...words: readonly string[]) {
  const cwd = await writeTree({});
  await mkdir(path.join(cwd, 'output/x'), { recursive: true });
  await cp(path.join(root, 'test/fixtures/finish/handout.pdf'), path.join(cwd, 'output/x/handout.pdf'));
  return new Promise<{ cwd: string; code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(process.execPath, [tsx, script, ...words], { cwd, env }, (error, stdout, stderr) => {
      resolve({ cwd, code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('contact sheets', () => {
  test('hold twelve pages each, four in a row; the grey ones have no colour', async () => {
    const page = await sharp({ create: { width: 60, height: 90, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    const pages = Array.from({ length: 13 }, () => page);
    const [full, last] = await drawSheets(pages, 'colour');
    const sizes = await Promise.all([full, last].map(async (sheet) => sharp(sheet).metadata()));
    expect(sizes).toMatchObject([
      { width: 4 * 496 + 16, height: 3 * 736 + 16 },
      { width: 496 + 16, height: 736 + 16 },
    ]);
    const [grey] = await drawSheets([page], 'grey');
    expect([await isGrey(grey), await isGrey(full)]).toEqual([true, false]);
  });

  test.skipIf(!hasPoppler)('of each PDF are written in colour and grey, and named', async () => {
    const { cwd, code, stdout } = await contactSheet({}, '--out', 'sheets');
    expect(code).toBe(0);
    expect(stdout).toBe('sheets/x-handout-colour-1.png\nsheets/x-handout-grey-1.png\n');
    expect(await readdir(path.join(cwd, 'sheets'))).toHaveLength(2);
  });

  test('without poppler, or without PDFs, say what to do', async () => {
    expect(await contactSheet({ PATH: '' })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('poppler-utils'),
    });
    expect(await contactSheet({}, '--products', 'none')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm run build'),
    });
  });
});

async function isGrey(sheet: Uint8Array | undefined): Promise<boolean> {
  const { channels } = await sharp(sheet).stats();
  return new Set(channels.slice(0, 3).map(({ mean }) => Math.round(mean))).size === 1;
}
