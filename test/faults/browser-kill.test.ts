import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { share } from '../long/share.ts';
import { killAll } from '../long/measured-run.ts';
import { leftOver, processesNaming } from './left-over.ts';
import { randomFrom } from './random.ts';
import { filesIn, Workplace, type Files } from './workplace.ts';

/*
 * The browser, or one of its processes, is killed while it prints: memory that ran out does that. The build starts another
 * and comes to the same end.
 */

const kills = share({ normal: 2, long: 20 });
const options = ['--edition', 'guide', '--edition', 'handout', '--paper', 'a4', '--force'];

let place: Workplace;
let right: Files;
/** From the start of the browser to the end of the build. */
let milliseconds = 0;

beforeAll(async () => {
  place = await Workplace.open();
  await place.writeGuides('Walk a little each day.');
  const { ended } = place.start(...options);
  await browserStarts();
  const started = performance.now();
  expect((await ended).code).toBe(0);
  milliseconds = performance.now() - started;
  right = await filesIn(path.join(place.folder, 'output'));
}, 120_000);
afterAll(() => place?.close());

describe(`a build whose browser is killed, ${kills} times`, () => {
  const random = randomFrom(7);
  const moments = Array.from({ length: kills }, (_, index) => ({
    number: index + 1,
    moment: random(),
    which: random(),
  }));

  test.each(moments)(
    '$number: makes the same files, and nothing runs on',
    async ({ moment, which, number }) => {
      const { child, ended } = place.start(...options);
      await browserStarts();
      await new Promise((resolve) => setTimeout(resolve, moment * milliseconds * 0.8));
      const browsers = processesNaming(path.join(place.folder, 'tmp'));
      // All of it, or one process of it: a tab's, the printer's, the one that started them.
      killAll(number % 2 === 1 ? browsers : browsers.slice(Math.floor(which * browsers.length)).slice(0, 1));
      const { code, stderr } = await ended;
      expect({ code, stderr, signal: child.signalCode }).toMatchObject({ code: 0 });
      const made = await filesIn(path.join(place.folder, 'output'));
      expect([...made.keys()].filter((at) => made.get(at)?.equals(right.get(at) ?? Buffer.alloc(0)) !== true)).toEqual(
        [],
      );
      expect(await leftOver(path.join(place.folder, 'tmp'))).toEqual([]);
    },
    180_000,
  );
});

/** Resolves when a process of the browser is there. */
async function browserStarts(): Promise<void> {
  const end = performance.now() + 30_000;
  while (processesNaming(path.join(place.folder, 'tmp')).length === 0) {
    if (performance.now() > end) throw new Error('Expected a browser within 30 s, got none');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
