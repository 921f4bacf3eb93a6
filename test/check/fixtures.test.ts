import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkLibrary, checks } from '../../scripts/check/index.ts';
import { oneLine } from '../../scripts/findings.ts';
import type { Finding } from '../../scripts/findings.ts';
import { fixtureFolder, readFixtureLibrary } from './fixture-library.ts';

describe('each check finds what is bad and lets pass what is good', () => {
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    findings = checkLibrary(await readFixtureLibrary(), { today: '2026-06-30' });
  });

  test('the fixtures themselves are read without a finding', () => {
    const found = findings.filter(({ file, rule }) => !file.startsWith('guides/') && rule !== 'reference-unused');
    expect(found.map(oneLine)).toEqual([]);
  });

  test.each(checks)('$id: bad', async ({ id }) => {
    const own = findings.filter(({ file, rule }) => rule === id && isOf(`${id}-bad`, file));
    expect(own).not.toEqual([]);
    const lines = own.map((one) => oneLine(one).replace(`guides/${id}-bad/`, ''));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(fixtureFolder(id), 'messages.txt'));
  });

  test.each(checks)('$id: good, and without any error', ({ id }) => {
    const own = findings.filter(({ file }) => file.startsWith(`guides/${id}-good/`));
    const counting = own.filter(({ rule, severity }) => rule === id || severity === 'error');
    expect(counting.map(oneLine)).toEqual([]);
  });
});

/** Of a fixture, or of what all fixtures share. */
function isOf(guide: string, file: string): boolean {
  return file.startsWith(`guides/${guide}/`) || !file.startsWith('guides/');
}
