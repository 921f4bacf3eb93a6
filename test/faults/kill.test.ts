import { watch } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { share } from '../long/share.ts';
import { leftOver } from './left-over.ts';
import { randomFrom } from './random.ts';
import { filesIn, unfinishedIn, Workplace, type Ended, type Files, type Running } from './workplace.ts';

/*
 * A build that is killed with SIGKILL, which it cannot see coming, at moments that a fixed seed picks. Builds give the same
 * bytes each time, so each file that is found can be compared with the same file of a build that nobody disturbed.
 */

const kills = share({ normal: 4, long: 100 });
const options = ['--edition', 'guide', '--edition', 'web', '--paper', 'a4'];
/** The same guides with other words; a build goes from one to the other and back. */
const states = ['Walk a little each day.', 'Rest when it hurts, then go on.'] as const;

let place: Workplace;
const right: Files[] = [];
let milliseconds = 0;

beforeAll(async () => {
  place = await Workplace.open();
  for (const [index, words] of states.entries()) {
    await place.writeGuides(words);
    const started = performance.now();
    expect(await place.build(...options, '--out', `right-${index}`)).toMatchObject({ code: 0 });
    milliseconds = performance.now() - started;
    right.push(await filesIn(path.join(place.folder, `right-${index}`)));
  }
  await place.writeGuides(states[0]);
  expect(await place.build(...options)).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => place?.close());

describe(`a build that is killed, ${kills} times`, () => {
  const random = randomFrom(5);
  const moments = Array.from({ length: kills }, (_, index) => ({
    number: index + 1,
    // Files are replaced in a few ms, which chance would seldom hit: each fourth kill waits for the first.
    moment: index % 4 === 3 ? ('replacing' as const) : random(),
    next: (index + 1) % 2,
  }));

  test.each(moments)(
    '$number: nothing is half, nothing lost, nothing runs on, the next build is right',
    async ({ moment, next }) => {
      const out = path.join(place.folder, 'output');
      await place.writeGuides(states[next] ?? '');
      const running = place.start(...options);
      const { code } = await (moment === 'replacing'
        ? killWhileReplacing(running, out)
        : killAfter(running, moment * milliseconds));
      if (code !== null) expect(code).toBe(0);

      const found = await filesIn(out);
      expect(describeDamage(found, next)).toEqual([]);
      expect(await leftOver(path.join(place.folder, 'tmp'))).toEqual([]);

      expect(await place.build(...options)).toMatchObject({ code: 0 });
      expect(differences(await filesIn(out), right[next] ?? new Map())).toEqual([]);
      expect(await unfinishedIn(out)).toEqual([]);
    },
    120_000,
  );
});

/** Says which files are neither the old nor the new ones, and whether the manifest says what is there. */
function describeDamage(found: Files, next: number): string[] {
  const [before = new Map<string, Buffer>(), after = new Map<string, Buffer>()] =
    next === 1 ? right : right.toReversed();
  const damage: string[] = [];
  for (const at of before.keys()) if (!found.has(at)) damage.push(`lost: ${at}`);
  for (const [at, bytes] of found) {
    if (!bytes.equals(before.get(at) ?? Buffer.alloc(0)) && !bytes.equals(after.get(at) ?? Buffer.alloc(0)))
      damage.push(`neither old nor new: ${at}`);
    if (at.endsWith('.pdf') && !bytes.toString('latin1').trimEnd().endsWith('%%EOF')) damage.push(`cut off: ${at}`);
  }
  // The manifest is replaced last: the new one promises new files.
  const manifest = found.get('manifest.json') ?? Buffer.alloc(0);
  if (manifest.equals(after.get('manifest.json') ?? Buffer.alloc(0))) damage.push(...differences(found, after));
  return damage;
}

function differences(found: Files, expected: Files): string[] {
  const all = new Set([...found.keys(), ...expected.keys()]);
  return [...all].filter((at) => found.get(at)?.equals(expected.get(at) ?? Buffer.alloc(0)) !== true);
}

function killAfter({ child, ended }: Running, delay: number): Promise<Ended> {
  setTimeout(() => child.kill('SIGKILL'), delay);
  return ended;
}

/** Kills when the first file of the output is replaced. */
async function killWhileReplacing({ child, ended }: Running, out: string): Promise<Ended> {
  const watcher = watch(out, { recursive: true }, (_, name) => {
    if (name !== null && !path.basename(name).startsWith('.') && !name.startsWith('.')) child.kill('SIGKILL');
  });
  try {
    return await ended;
  } finally {
    watcher.close();
  }
}
