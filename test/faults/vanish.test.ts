import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { share } from '../long/share.ts';
import { randomFrom } from './random.ts';
import { filesIn, unfinishedIn, Workplace, type Files } from './workplace.ts';

/*
 * The source goes away while it is built, as when somebody switches branches: what was read in time is made, the rest is a
 * finding.
 */

const times = share({ normal: 3, long: 40 });
const options = ['--edition', 'web', '--edition', 'ebook', '--force'];

let place: Workplace;
let right: Files;
let milliseconds = 0;
beforeAll(async () => {
  place = await Workplace.open();
  await place.writeGuides('Walk a little each day.');
  const started = performance.now();
  expect(await place.build(...options)).toMatchObject({ code: 0 });
  milliseconds = performance.now() - started;
  right = await filesIn(path.join(place.folder, 'output'));
}, 60_000);
afterAll(() => place?.close());

describe(`a guide that vanishes during a build, ${times} times`, () => {
  const random = randomFrom(11);
  const moments = Array.from({ length: times }, (_, index) => ({
    number: index + 1,
    moment: random(),
    whole: index % 2 === 0,
  }));

  test.each(moments)(
    '$number: is made or is a finding, and its old products stay',
    async ({ moment, whole }) => {
      await place.writeGuides('Walk a little each day.');
      const guide = path.join(place.folder, 'content/guides/walk');
      const { ended } = place.start(...options);
      await new Promise((resolve) => setTimeout(resolve, moment * milliseconds));
      // Moved away at once, or taken away file by file.
      if (whole) await rename(guide, path.join(place.folder, 'gone'));
      else await rm(guide, { recursive: true });
      const { code, stderr } = await ended;
      expect({ code, stderr }).toEqual({
        code: expect.toBeOneOf([0, 1]),
        stderr: expect.not.stringContaining('bug in Guidepress'),
      });
      await rm(path.join(place.folder, 'gone'), { recursive: true, force: true });
      const found = await filesIn(path.join(place.folder, 'output'));
      const strange = [...found].filter(
        ([at, bytes]) => right.get(at)?.equals(bytes) !== true && !/^(?:manifest\.json|index\.html)$/.test(at),
      );
      expect(strange.map(([at]) => at)).toEqual([]);
      expect(await unfinishedIn(path.join(place.folder, 'output'))).toEqual([]);
    },
    60_000,
  );
});
