import { afterAll, expect, test } from 'vitest';
import { readLibrary } from '../../scripts/read/library.ts';
import { SectionParser } from '../../scripts/read/parse-in-worker.ts';
import { inShort, smallLibrary } from './small-library.ts';
import { writeTree } from './write-tree.ts';

const parser = new SectionParser();
afterAll(() => parser.close());

async function findingsIn(files: Readonly<Record<string, string>>) {
  const cwd = await writeTree({ ...smallLibrary, ...files });
  return (await readLibrary('content', { cwd, parser })).findings;
}

test('a text with another ending than .md is noted, what is no text is not', async () => {
  const folder = 'content/guides/back/en-GB';
  const findings = await findingsIn({
    [`${folder}/02-cold.txt`]: 'Cold',
    [`${folder}/words.yaml`]: 'dose: {meaning: how much}',
    [`${folder}/words.yml`]: 'dose: {meaning: how much}',
    [`${folder}/.draft.txt`]: 'Hidden',
    [`${folder}/pack.svg`]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  });
  expect(inShort(findings)).toEqual([
    `${folder}/02-cold.txt:1:1 file-ignored`,
    `${folder}/words.yaml:1:1 file-ignored`,
  ]);
});

test('facts beside guide.yml are noted with the place where they count', async () => {
  const [found, ...others] = await findingsIn({ 'content/guides/back/facts.yml': 'dose: 5 minutes' });
  expect(others).toEqual([]);
  expect(found).toMatchObject({ file: 'content/guides/back/facts.yml', rule: 'file-ignored', severity: 'note' });
  expect(found?.message).toContain('expected it in content/facts.yml');
});

test('a field one letter off says which was meant, a strange one does not', async () => {
  const file = 'content/guides/back/en-GB/01-start.md';
  const [near] = await findingsIn({ [file]: '---\ninn: [guide]\n---\n# Start\n\nText.\n' });
  expect(near).toMatchObject({ rule: 'front-matter-unknown', message: expect.stringMatching(/did you mean `in`$/) });
  const [far] = await findingsIn({ [file]: '---\nlayout: post\n---\n# Start\n\nText.\n' });
  expect(far).toMatchObject({ rule: 'front-matter-unknown', message: expect.stringMatching(/it is ignored$/) });
});
