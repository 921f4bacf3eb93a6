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
    expect(findings.filter(({ file }) => !file.startsWith('guides/')).map(oneLine)).toEqual([]);
  });

  test.each(checks)('$id: bad', async ({ id }) => {
    const own = findings.filter(({ file, rule }) => rule === id && file.startsWith(`guides/${id}-bad/`));
    expect(own).not.toEqual([]);
    const lines = own.map((one) => oneLine(one).replace(`guides/${id}-bad/`, ''));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(fixtureFolder(id), 'messages.txt'));
  });

  test.each(checks)('$id: good', ({ id }) => {
    const own = findings.filter(({ file }) => file.startsWith(`guides/${id}-good/`));
    const expected = own.filter(({ rule }) => rule !== 'unreviewed' || id === 'unreviewed');
    expect(expected.map(oneLine)).toEqual([]);
  });
});
