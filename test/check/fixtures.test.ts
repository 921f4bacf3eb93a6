import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkLibrary, checks as guideChecks, clinicChecks } from '../../scripts/check/index.ts';
import { oneLine } from '../../scripts/findings.ts';
import type { Finding } from '../../scripts/findings.ts';
import { fixtureFolder, readFixtureLibrary } from './fixture-library.ts';

const checks = [...guideChecks, ...clinicChecks];
/** Folders of one fixture each. */
const owned = /^(?:guides|clinics)\//;

describe('each check finds what is bad and lets pass what is good', () => {
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    findings = checkLibrary(await readFixtureLibrary(), { today: '2026-06-30' });
  });

  test('the fixtures themselves are read without a finding', () => {
    const found = findings.filter(({ file, rule }) => !owned.test(file) && rule !== 'reference-unused');
    expect(found.map(oneLine)).toEqual([]);
  });

  test.each(checks)('$id: bad', async ({ id }) => {
    const own = findings.filter(({ file, rule }) => rule === id && isOf(`${id}-bad`, file));
    expect(own).not.toEqual([]);
    const lines = own.map((one) => oneLine(one).replace(new RegExp(`^(?:guides|clinics)/${id}-bad/`), ''));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(fixtureFolder(id), 'messages.txt'));
  });

  test.each(checks)('$id: good, and without any error', ({ id }) => {
    const own = findings.filter(({ file }) => owned.test(file) && file.split('/')[1] === `${id}-good`);
    const counting = own.filter(({ rule, severity }) => rule === id || severity === 'error');
    expect(counting.map(oneLine)).toEqual([]);
  });
});

/** Of a fixture, or of what all fixtures share. */
function isOf(guide: string, file: string): boolean {
  return file.split('/')[1] === guide || !owned.test(file);
}
