import { execFile } from 'node:child_process';
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkLibrary } from '../../scripts/check/index.ts';
import { oneLine, type Finding } from '../../scripts/findings.ts';
import { blockedGuides } from '../../scripts/load.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { SectionParser } from '../../scripts/read/parse-in-worker.ts';
import { review } from '../../scripts/review.ts';
import { strictly } from '../../scripts/severity.ts';
import { writeTree } from '../read/write-tree.ts';
import { signedLibrary } from './signed-library.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/guidepress.mjs');
const card = 'content/guides/back/en-GB/01-start.md';
const person = 'Example Person, physiotherapist, EX000000';
const next = '2028-01-31';
const signing = ['review', 'back', '--by', person, '--next', next, '--today', '2026-01-31'];

const parser = new SectionParser();
afterAll(() => parser.close());

/** Runs the command as a user types it. */
function guidepress(
  cwd: string,
  ...words: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...words], { cwd }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** What the rules on trust say, in short. */
async function trust(cwd: string, today = '2026-01-31'): Promise<readonly string[]> {
  return (await trustFindings(cwd, today)).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

async function trustFindings(cwd: string, today = '2026-01-31'): Promise<readonly Finding[]> {
  const findings = checkLibrary(await readLibrary('content', { cwd, parser }), { today });
  return findings.filter(({ rule }) => ['unreviewed', 'expired', 'review-dates', 'review-void'].includes(rule));
}

describe('guidepress review', () => {
  test('says what is being signed, and signs it; one letter of a card voids it, the old text brings it back', async () => {
    const cwd = await writeTree(signedLibrary);
    expect(await trust(cwd)).toEqual(['content/guides/back/guide.yml:1 unreviewed']);
    const { code, stdout } = await guidepress(cwd, ...signing);
    expect(code).toBe(0);
    for (const part of [
      'Guide\n  Back\n  It eases.\n  back, version 1.0, 2026-01-02\n',
      'United Kingdom (GB)\n  emergency: 999, dials 999\n  urgent: NHS 111, dials 111\n',
      'Emergency card\n  weak legs\n  pain in your chest\n',
      'Action pack\n  Use a warm pack: 15 minutes, 20 at most\n  Wrap it.\n',
      'Warmth may ease it. Call NHS 111.\n',
      'Facts\n  pack = 15 minutes, 20 at most\n',
      'Sources\n  @french2006: French S. Warmth. 2006.\n',
      'Pictures\n  pack.svg: A pack lies on a back.\n',
      '  1. Start (handout, guide, web)\n  2. Rest (guide, ebook, web)\n  3. More (guide, ebook, web)\n',
      `Signed in content/reviews.yml: reviewed by ${person} on 2026-01-31, next review by 2028-01-31\n`,
    ])
      expect(stdout).toContain(part);
    const [, hash = ''] = /sha256 ([0-9a-f]{64})\n/.exec(stdout) ?? [];
    expect(await readFile(path.join(cwd, 'content/reviews.yml'), 'utf8')).toContain(`  hash: ${hash}\n`);
    expect(await trust(cwd)).toEqual([]);
    expect(await trust(cwd, '2028-02-01')).toEqual(['content/reviews.yml:4 expired']);

    const text = signedLibrary[card] ?? '';
    await writeFile(path.join(cwd, card), text.replace('weak legs', 'weak legz'));
    const changed = await trustFindings(cwd);
    expect(changed.map(oneLine)).toContainEqual(
      expect.stringContaining(
        `content/reviews.yml:4:1 warning review-void Unexpected change of \`back\` in \`en-GB\` for GB since ${person} signed it on 2026-01-31`,
      ),
    );
    await writeFile(path.join(cwd, card), text);
    expect(await trust(cwd)).toEqual([]);
  });

  test('for a clinic goes into its own file, with its own place, and leaves the publisher’s products drafts', async () => {
    const cwd = await writeTree({
      ...signedLibrary,
      'content/clinics/example/clinic.yml': 'name: Example Clinic\nplace: IE\n',
    });
    const refused = await guidepress(cwd, ...signing, '--clinic', 'example');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('error phone-unknown') });
    await appendFile(path.join(cwd, 'content/places/IE.yml'), 'urgent: {say: 112, dial: 112}\n');
    const { code, stdout } = await guidepress(cwd, ...signing, '--clinic', 'example', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      review: { guide: 'back', language: 'en-GB', place: 'IE', by: person, date: '2026-01-31', next: '2028-01-31' },
      file: 'content/clinics/example/reviews.yml',
      findings: [],
    });
    expect(await readdir(path.join(cwd, 'content'))).not.toContain('reviews.yml');
    expect(await trust(cwd)).toEqual(['content/guides/back/guide.yml:1 unreviewed']);
  });

  test('refuses a guide with errors, and changes nothing', async () => {
    const cwd = await writeTree({
      ...signedLibrary,
      [card]: (signedLibrary[card] ?? '').replace(':::emergency', '::: emergency'),
    });
    const { code, stdout, stderr } = await guidepress(cwd, ...signing);
    expect(code).toBe(1);
    expect(stderr).toContain('01-start.md:6:1 error fence-text');
    expect(stderr).toContain('back: not signed, it has errors: mend them first');
    expect(stdout).toBe('');
    expect(await readdir(path.join(cwd, 'content'))).not.toContain('reviews.yml');
  });

  test('a review that a person wrote for ever, or of what is not there, is found', async () => {
    const cwd = await writeTree(signedLibrary);
    await guidepress(cwd, ...signing);
    const file = path.join(cwd, 'content/reviews.yml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('next: 2028-01-31', 'next: 2099-01-31'));
    expect(await trust(cwd)).toEqual(['content/reviews.yml:4 review-dates']);
    await writeFile(file, text.replace('language: en-GB', 'language: es'));
    expect(await trust(cwd)).toEqual([
      'content/guides/back/guide.yml:1 unreviewed',
      'content/reviews.yml:4 review-void',
    ]);
  });

  test('a void review stops its own guide alone where warnings are errors', async () => {
    const cwd = await writeTree({
      ...signedLibrary,
      'content/guides/neck/guide.yml': 'title: Neck\n',
      'content/guides/neck/en-GB/01-start.md': '# Start\n\nText.\n',
    });
    await guidepress(cwd, ...signing);
    await writeFile(path.join(cwd, 'content/shared/en-GB/rest.md'), '# Rest\n\nRest a lot.\n');
    const library = await readLibrary('content', { cwd, parser });
    const found = checkLibrary(library, { today: '2026-01-31' }).filter(({ rule }) => rule === 'review-void');
    expect(found).toHaveLength(1);
    const findings = strictly(found, { strict: true });
    expect(blockedGuides({ ...library, findings }, path.join(cwd, 'content'))).toEqual(new Set(['back']));
  });

  test.each([
    [['back', '--next', next], 'Unexpected lack of `--by`'],
    [['back', '--by', person], 'Unexpected lack of `--next`'],
    [['--by', person, '--next', next], 'Unexpected 0 guides, expected one'],
    [['back', '--by', 'Example Person', '--next', next], 'expected a name, a role and a registration'],
    [['back', '--by', 'Example Person,\nnurse', '--next', next], 'on one line'],
    [['back', '--by', person, '--next', '2026-01-31'], 'expected a date after 2026-01-31'],
    [['back', '--by', person, '--next', '2029-02-01'], '2029-01-31 or before: the next review is due within 3 years'],
    [['back', '--by', person, '--next', '2027-02-30'], 'Unexpected `--next 2027-02-30`'],
    [['bak', '--by', person, '--next', next], 'did you mean `back`?'],
    [['back', '--by', person, '--next', next, '--language', 'es'], 'Unexpected language `es`'],
    [['back', '--by', person, '--next', next, '--clinic', 'x'], 'Unexpected clinic `x`'],
    [['back', '--by', person, '--next', next, '--clinic', 'none'], 'Unexpected `--clinic none`'],
    [['back', '--by', person, '--next', next, '--place', 'XX'], 'Unexpected place `XX`'],
    [['back', '--by', person, '--next', next, '--force'], "Unknown option '--force'"],
    [[bin.replace(/bin.*/, 'README.md'), '--by', person, '--next', next], 'expected the id of a guide in'],
  ])('%j is wrong use', async (words, message) => {
    const cwd = await writeTree(signedLibrary);
    const content = path.join(cwd, 'content');
    await expect(review([...words, '--today', '2026-01-31', '--content', content])).rejects.toThrow(message);
    expect(await readdir(content)).not.toContain('reviews.yml');
  });
});
