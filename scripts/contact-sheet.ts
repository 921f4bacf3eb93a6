import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { drawSheets } from './write/sheets.ts';
import { explain, MachineError, UsageError } from './exit.ts';
import { writeAtomically } from './write/atomic.ts';

/*
 * `npm run contact-sheet`: every page of every PDF in `output/` on sheets to look at, in colour and in grey.
 */

const run = promisify(execFile);

/** Makes the sheets and prints their paths. */
async function makeContactSheets(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { products: { type: 'string', default: 'output' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const products = await pdfsIn(values.products, positionals);
  const out = values.out ?? (await mkdtemp(path.join(os.tmpdir(), 'guidepress-sheets-')));
  await mkdir(out, { recursive: true });
  for (const product of products) {
    const pages = await drawPages(path.join(values.products, product));
    const name = product.replace(/\.pdf$/, '').replaceAll(path.sep, '-');
    for (const tone of ['colour', 'grey'] as const) {
      for (const [index, sheet] of (await drawSheets(pages, tone)).entries()) {
        const file = path.join(out, `${name}-${tone}-${index + 1}.png`);
        await writeAtomically(file, sheet);
        process.stdout.write(`${file}\n`);
      }
    }
  }
}

/** PDFs below a folder, sorted; with words, those whose path holds one of them. */
async function pdfsIn(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const found = names
    .filter((name) => name.endsWith('.pdf') && (words.length === 0 || words.some((word) => name.includes(word))))
    .sort();
  if (found.length === 0)
    throw new UsageError(`Unexpected lack of PDFs in ${folder}, expected some: run \`npm run build\` first`);
  return found;
}

/** The pages of a PDF as PNG, in order; poppler pads their numbers. */
async function drawPages(file: string): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'guidepress-pages-'));
  try {
    await run('pdftoppm', ['-png', '-r', '72', file, path.join(folder, 'page')]);
    const names = (await readdir(folder)).sort();
    return await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new MachineError(
        'Unexpected lack of `pdftoppm`, expected poppler: install it with `apt-get install poppler-utils`',
        { cause: error },
      );
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await makeContactSheets(process.argv.slice(2));
} catch (error) {
  const { code, message } = explain(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}
