import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPages } from '../pages/read-pages.ts';

/*
 * What products say of their review, read back from the files: signed, with one letter changed, and past the date.
 */

const root = path.resolve(import.meta.dirname, '../..');
const person = 'Example Person, physiotherapist, EX000000';
const reviewed = `Reviewed by ${person} on 31 January 2026.`;
const draft = 'No clinician has reviewed this text yet.';
const expired = 'The review of this text ran out on 31 January 2028. Ask for a newer copy.';
const editions = ['handout', 'checklist', 'ebook', 'web'] as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-reviewed-'));
  for (const part of ['languages/en-GB.yml', 'places/GB.yml'])
    await cp(path.join(root, 'content', part), path.join(folder, 'content', part));
  await writeFile(path.join(folder, 'content/library.yml'), 'publisher: Test press\nlanguage: en-GB\nplace: GB\n');
  await guidepress('new', 'guide', 'back');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as a user types it; fails where it does. */
function guidepress(...words: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [path.join(root, 'bin/guidepress.mjs'), ...words],
      { cwd: folder },
      (error, stdout, stderr) => (error ? reject(new Error(`${stdout}${stderr}`)) : resolve({ stdout, stderr })),
    );
  });
}

function build(today: string): Promise<{ stdout: string; stderr: string }> {
  return guidepress(
    'build',
    '--paper',
    'a4',
    '--today',
    today,
    ...editions.flatMap((edition) => ['--edition', edition]),
  );
}

interface Said {
  readonly text: string;
  readonly metadata: string;
}

/** What the product of an edition says, to readers and to programs. */
async function said(edition: (typeof editions)[number]): Promise<Said> {
  const at = { handout: 'handout-a4.pdf', checklist: 'checklist-a4.pdf', ebook: 'ebook.epub', web: 'web.html' }[
    edition
  ];
  const bytes = await readFile(path.join(folder, `output/back/en-GB/back-${at}`));
  if (edition === 'web') {
    const [head = '', body = ''] = bytes.toString('utf8').split('<body>');
    return { text: body, metadata: (/<meta name="guidepress.review"[^>]*>/.exec(head) ?? [''])[0] };
  }
  if (edition === 'ebook') {
    const files = Object.entries(unzipSync(bytes));
    const textOf = (name: string): string =>
      strFromU8(files.find(([at]) => at.endsWith(name))?.[1] ?? new Uint8Array());
    return { text: textOf('guidepress-start.xhtml'), metadata: textOf('content.opf') };
  }
  const pages = await readPages(bytes);
  const [xmp = ''] = /<dc:description>[^]*?<\/dc:description>/.exec(bytes.toString('utf8')) ?? [];
  return { text: pages.flatMap(({ lines }) => lines.map((line) => line.join(' '))).join(' '), metadata: xmp };
}

async function statuses(): Promise<ReadonlySet<string>> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'output/manifest.json'), 'utf8')) as {
    artifacts: { status: string }[];
  };
  return new Set(manifest.artifacts.map(({ status }) => status));
}

async function expectAll(sentence: string, never: string): Promise<void> {
  for (const edition of editions) {
    const { text, metadata } = await said(edition);
    expect(text.replace(/\s+/g, ' '), edition).toContain(sentence);
    expect(metadata, edition).toContain(sentence);
    expect(`${text}${metadata}`.replace(/\s+/g, ' '), edition).not.toContain(never);
  }
}

describe.sequential('a guide', () => {
  test('that was signed says so in all products, in text and metadata', async () => {
    await guidepress('review', 'back', '--by', person, '--next', '2028-01-31', '--today', '2026-01-31');
    await build('2026-01-31');
    await expectAll(reviewed, draft);
    expect(await statuses()).toEqual(new Set(['reviewed']));
    expect(await readFile(path.join(folder, 'output/index.html'), 'utf8')).toContain('<td>Reviewed</td>');
    const report = await readFile(path.join(folder, 'output/report.html'), 'utf8');
    expect(report).toContain(`<dd>${reviewed}</dd><dd>Next review: 31 January 2028</dd>`);
    expect(report).toContain('<td class="standing">Reviewed</td>');
    const web = await readFile(path.join(folder, 'output/back/en-GB/back-web.html'), 'utf8');
    expect(web).toContain(`"lastReviewed":"2026-01-31","reviewedBy":{"@type":"Person","name":"${person}"}`);
    expect((await build('2026-01-31')).stdout).toContain('Nothing to do');
  });

  test('past its date says that it is out of date, though no file has changed; before it, nothing is made anew', async () => {
    expect((await build('2028-01-31')).stdout).toContain('Nothing to do');
    const { stderr } = await build('2028-02-01');
    expect(stderr).toContain('content/reviews.yml:4:1 warning expired');
    await expectAll(expired, reviewed);
    expect(await statuses()).toEqual(new Set(['expired']));
    expect(await readFile(path.join(folder, 'output/index.html'), 'utf8')).toContain('<td>Out of date</td>');
    const report = await readFile(path.join(folder, 'output/report.html'), 'utf8');
    expect(report).toContain(`<dd>${reviewed}</dd><dd>${expired}</dd>`);
  });

  test('with one letter of a card changed says draft again, and who signed the text before', async () => {
    const card = path.join(folder, 'content/guides/back/en-GB/01-get-help-first.md');
    const text = await readFile(card, 'utf8');
    await writeFile(card, text.replace('that cannot wait', 'that cannot wail'));
    const { stderr } = await build('2026-01-31');
    expect(stderr).toMatch(new RegExp(`warning review-void .* since ${person} signed it on 2026-01-31`));
    await expectAll(draft, reviewed);
    expect(await statuses()).toEqual(new Set(['draft']));
  });

  test('that is signed again is made again: a changed reviews.yml is something to do', async () => {
    const web = ['build', '--edition', 'web', '--today', '2026-02-01'];
    await guidepress(...web);
    expect((await guidepress(...web)).stdout).toContain('Nothing to do');
    await guidepress('review', 'back', '--by', person, '--next', '2028-01-31', '--today', '2026-02-01');
    expect((await guidepress(...web, '--why')).stdout).toMatch(/web\.html .*settings changed[^]*1 made/);
    expect((await said('web')).metadata).toContain(`Reviewed by ${person} on 1 February 2026.`);
  });
});
