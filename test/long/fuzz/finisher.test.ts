import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose } from '../../../scripts/compose/compose.ts';
import { openPressRoom } from '../../../scripts/press-room.ts';
import { press } from '../../../scripts/press/press.ts';
import { readFinished, structureOf } from '../../finish/read-finished.ts';
import { isLong, share } from '../share.ts';
import { Desk, ordersOf } from './desk.ts';
import { markdown, seed } from './markdown.ts';

/** Texts are printed a batch at a time, each a chapter of one guide. */
const batches = share({ normal: 1, long: 60 });
const batchSize = 40;

const room = openPressRoom();
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  await room.close();
  await desk?.close();
});

test(`what is finished can be read again: ${batches * batchSize} texts in ${batches} guides`, async () => {
  const refused: string[] = [];
  let again = 0;
  const batch = fc.array(markdown, { minLength: batchSize, maxLength: batchSize });
  await fc.assert(
    fc.asyncProperty(batch, async (texts) => {
      const text = texts.map((one) => one.replace(/^(?:---|\+\+\+)\n[^]*?\n(?:---|\+\+\+)\n/, '')).join('\n\n');
      const library = await desk.read(text);
      for (const order of ordersOf(library, ['guide'])) {
        const { publication } = compose(order, library);
        const tools = { printer: room.printer, finish: room.finish, guess: null, printed: null };
        const { artifact, problems } = await press(publication, order, tools);
        if (artifact.bytes.length === 0) {
          expect(problems).not.toEqual([]);
          refused.push(...problems.map(({ rule, message }) => `${rule}: ${message}`));
          continue;
        }
        refused.push(...problems.map(({ rule, message }) => `${rule}: ${message}`));
        expect(structureOf(readFinished(artifact.bytes)).type).toBe('Document');
        again++;
        if (isLong) expect(checkWithQpdf(artifact.bytes)).toBe('');
      }
    }),
    { numRuns: batches, seed, endOnFailure: true },
  );
  if (refused.length > 0)
    console.log(
      `${refused.length} problems in ${batches} guides, ${again} read again:\n${refused.slice(0, 20).join('\n')}`,
    );
}, 3_600_000);

/** What qpdf, a reader that shares no code with ours, has against a file; nothing where it is not installed. */
function checkWithQpdf(bytes: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guidepress-qpdf-'));
  try {
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '' : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
