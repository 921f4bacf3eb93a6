import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkLibrary, checks as guideChecks, clinicChecks } from '../../scripts/check/index.ts';
import { oneLine } from '../../scripts/findings.ts';
import type { Finding } from '../../scripts/findings.ts';
import type { Library } from '../../scripts/model.ts';
import { fixtureFolder, readFixtureLibrary } from './fixture-library.ts';

const checks = [...guideChecks, ...clinicChecks];
let library: Library;

describe('each check finds what is bad and lets pass what is good', () => {
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    library = await readFixtureLibrary();
    findings = checkLibrary(library, { today: '2026-06-30' });
  });

  test('the fixtures themselves are read without a finding', () => {
    const found = findings.filter((one) => guideOf(one) === null && one.rule !== 'reference-unused');
    expect(found.map(oneLine)).toEqual([]);
  });

  test.each(checks)('$id: bad', async ({ id }) => {
    const own = findings.filter((one) => one.rule === id && [`${id}-bad`, null].includes(guideOf(one)));
    expect(own).not.toEqual([]);
    const lines = own.map((one) =>
      oneLine(one)
        .replace(new RegExp(`^(?:guides|clinics)/${id}-bad/`), '')
        .replace(/^reviews\.yml:\d+/, 'reviews.yml'),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(fixtureFolder(id), 'messages.txt'));
  });

  test.each(checks)('$id: good, and without any error', ({ id }) => {
    const own = findings.filter((one) => guideOf(one) === `${id}-good`);
    const counting = own.filter(({ rule, severity }) => rule === id || severity === 'error');
    expect(counting.map(oneLine)).toEqual([]);
  });
});

/** The guide that a finding is of, by its file or its review; null for what all fixtures share. */
function guideOf({ file, line }: Finding): string | null {
  if (file === 'reviews.yml') return library.reviews.find((review) => review.line === line)?.guide ?? null;
  return /^(?:guides|clinics)\/([^/]+)/.exec(file)?.[1] ?? null;
}
