import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLibrary } from '../../scripts/read/library.ts';
import { SectionParser } from '../../scripts/read/parse-in-worker.ts';
import { inShort, smallLibrary } from './small-library.ts';
import { writeTree } from './write-tree.ts';

const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>';
const english = smallLibrary['content/languages/en-GB.yml'] ?? '';

const parser = new SectionParser();
afterAll(() => parser.close());

async function read(files: Readonly<Record<string, string>>, only?: readonly string[]) {
  const cwd = await writeTree(files);
  return readLibrary('content', only === undefined ? { cwd, parser } : { cwd, only, parser });
}

function guideFiles(id: string): Readonly<Record<string, string>> {
  return { [`content/guides/${id}/guide.yml`]: `title: ${id}\n`, [`content/guides/${id}/en-GB/1.md`]: '# A' };
}

test('the least library has nothing to find', async () => {
  const library = await read(smallLibrary);
  expect(library.findings).toEqual([]);
  expect(library).toMatchObject({ publisher: 'Us', language: 'en-GB', place: 'GB', url: null });
  expect(library.places.get('GB')).toMatchObject({ urgent: { say: '111', dial: '111' }, poisons: null, paper: 'a4' });
  const [guide] = library.guides;
  expect(guide).toMatchObject({ id: 'back', plain: false, date: '2026-01-02', handoutPages: 2 });
  expect(guide?.translations.get('en-GB')).toMatchObject({
    title: 'Back',
    sections: [{ id: 'start', title: 'Start', path: '01-start.md', in: ['guide', 'ebook', 'web'] }],
  });
});

test('a folder that is not there is a finding', async () => {
  const { findings, guides } = await read({});
  expect(guides).toEqual([]);
  expect(inShort(findings)).toContain('content/library.yml:1:1 file-unreadable');
});

test('guides come as the library lists them, the rest after; `only` picks some', async () => {
  const files = { ...smallLibrary, ...guideFiles('zoo'), ...guideFiles('a-10'), ...guideFiles('a-2') };
  const listed = { ...files, 'content/library.yml': `${smallLibrary['content/library.yml']}guides: [zoo, lost]\n` };
  const library = await read(listed);
  expect(library.guides.map(({ id }) => id)).toEqual(['zoo', 'a-2', 'a-10', 'back']);
  expect(inShort(library.findings)).toEqual(['content/library.yml:4:1 yaml-field']);
  const { guides } = await read(listed, ['back']);
  expect(guides.map(({ id }) => id)).toEqual(['back']);
});

test('a missing, an unknown and an overfull word are findings', async () => {
  const language = english.replace('  tip: tip!\n', '  tipp: tip!\n').replace('pageOf!', '"{page} {oops}"');
  const { findings, languages } = await read({ ...smallLibrary, 'content/languages/en-GB.yml': language });
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('Unexpected name `tipp`'),
    expect.stringContaining('Unexpected `{oops}` in word `pageOf`'),
  ]);
  expect(languages.get('en-GB')?.words.tip).toBe('[tip]');
});

test('a language without base and words says what it lacks', async () => {
  const { findings } = await read({
    ...smallLibrary,
    'content/languages/fr.yml': 'name: Français\nwords: {tip: Conseil}\n',
  });
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/Unexpected lack of `months`, `emergencyHeading`.* and \d+ more/),
  ]);
});

test('en-US takes the sections, words and title that it lacks from its base en-GB', async () => {
  const library = await read({
    ...smallLibrary,
    'content/languages/en-US.yml': 'name: English (US)\nbase: en-GB\nwords: {tip: Hint}\n',
    'content/languages/ar.yml': 'name: العربية\nbase: en-GB\n',
    'content/guides/back/guide.yml': 'title: {en-GB: Back}\n',
    'content/guides/back/en-GB/02-more.md': '# More\n\n![x](s.svg)',
    'content/guides/back/en-US/01-start.md': '# Start, US',
    'content/guides/back/figures/s.svg': square,
    'content/guides/back/en-GB/words.yml': 'physio:\n  forms: [physios]\n  meaning: helps you move\n',
  });
  expect(library.findings).toEqual([]);
  expect(library.languages.get('en-US')?.words).toMatchObject({ tip: 'Hint', myth: 'myth!' });
  expect(library.languages.get('ar')?.direction).toBe('rtl');
  const translations = library.guides[0]?.translations;
  expect([...(translations?.keys() ?? [])]).toEqual(['en-GB', 'en-US']);
  const american = translations?.get('en-US');
  expect(american?.title).toBe('Back');
  expect(american?.sections.map(({ id, title }) => [id, title])).toEqual([
    ['start', 'Start, US'],
    ['more', 'More'],
  ]);
  expect(american?.glossary).toEqual([{ word: 'physio', forms: ['physios'], meaning: 'helps you move' }]);
  expect([...(american?.assets.keys() ?? [])]).toEqual(['s.svg']);
});

test('a section has one id in all languages, even where some lack a file', async () => {
  const { guides } = await read({
    ...smallLibrary,
    'content/languages/es.yml': 'name: Español\nbase: en-GB\n',
    'content/guides/back/en-GB/02-背.md': '# B',
    'content/guides/back/en-GB/03-肩.md': '# C',
    'content/guides/back/es/03-肩.md': '# C',
  });
  expect(guides[0]?.translations.get('es')?.sections.map(({ id }) => id)).toEqual(['section-3']);
});

test('a picture gets an id and keeps the address that the author wrote; a lost one keeps its address', async () => {
  const { guides, findings } = await read({
    ...smallLibrary,
    'content/guides/back/figures/s.svg': square,
    'content/guides/back/en-GB/01-start.md': '# S\n\n![x](s.svg)\nCap ![y](lost.svg)\n\n<img src="gone.svg" alt="z">\n',
  });
  const translation = guides[0]?.translations.get('en-GB');
  expect(translation?.sections[0]?.tree.children[1]).toMatchObject({
    type: 'figure',
    image: { url: 'asset:s.svg', data: { source: 's.svg' } },
    children: [{ type: 'text' }, { type: 'image', url: 'lost.svg' }],
  });
  expect(translation?.assets.get('s.svg')).toMatchObject({ mediaType: 'image/svg+xml', name: 's.svg' });
  expect(inShort(findings)).toEqual([
    'content/guides/back/en-GB/01-start.md:4:5 image-missing',
    'content/guides/back/en-GB/01-start.md:6:1 image-missing',
  ]);
});

test('`same-as` gives the shared text its own id, path and `in`', async () => {
  const { guides, findings } = await read({
    ...smallLibrary,
    'content/shared/en-GB/warm.md': '# Warm\n\n![x](w.svg)',
    'content/shared/figures/w.svg': square,
    'content/guides/back/en-GB/02-warmth.md': '---\nsame-as: warm\nin: [handout]\n---\n',
    'content/guides/back/en-GB/03-lost.md': '---\nsame-as: lost\n---\n',
    'content/guides/back/en-GB/04-full.md': '---\nsame-as: warm\n---\nText\n',
  });
  const [, warm, lost] = guides[0]?.translations.get('en-GB')?.sections ?? [];
  expect(warm).toMatchObject({
    id: 'warmth',
    path: '02-warmth.md',
    title: 'Warm',
    in: ['handout'],
    file: 'content/shared/en-GB/warm.md',
  });
  expect(lost).toMatchObject({ id: 'lost', title: 'Lost', source: '' });
  expect(inShort(findings)).toEqual([
    'content/guides/back/en-GB/03-lost.md:1:1 same-as-missing',
    'content/guides/back/en-GB/04-full.md:4:1 yaml-field',
  ]);
});

test('front matter: a wrong value is an error at its line, unknown fields are one note', async () => {
  const { findings } = await read({
    ...smallLibrary,
    'content/guides/back/en-GB/01-start.md': '---\ntags: [a]\nlayout: x\nin: [handout, poster]\n---\n# S\n',
  });
  expect(inShort(findings)).toEqual([
    'content/guides/back/en-GB/01-start.md:2:1 front-matter-unknown',
    'content/guides/back/en-GB/01-start.md:4:15 yaml-field',
  ]);
});

test('what a translation was made from, and the pictures in `figures/`, are read; only a whole library is whole', async () => {
  const files = {
    ...smallLibrary,
    'content/guides/back/en-GB/01-start.md': '---\nsource: 0123abcd\n---\n# Start\n\nText.\n',
    'content/guides/back/figures/b.svg': square,
    'content/guides/back/figures/a10.PNG': '',
    'content/guides/back/figures/a2.jpg': '',
    'content/guides/back/figures/notes.txt': '',
    'content/guides/back/figures/.hidden.svg': square,
  };
  const { findings, guides, whole } = await read(files);
  expect(findings).toEqual([]);
  expect(guides[0]?.translations.get('en-GB')?.sections[0]?.translates).toBe('0123abcd');
  const names = ['a2.jpg', 'a10.PNG', 'b.svg'];
  expect(guides[0]?.figures).toEqual(names.map((name) => `content/guides/back/figures/${name}`));
  expect(whole).toBe(true);
  expect((await read(files, ['back'])).whole).toBe(false);
});

test('a file that cannot be read is one finding, and the others go on', async () => {
  const { guides, findings } = await read({
    ...smallLibrary,
    'content/guides/back/en-GB/02-deep.md': '>'.repeat(20_000),
    'content/guides/back/en-GB/03-big.md': 'word '.repeat(250_000),
    'content/guides/back/en-GB/04-fine.md': '# Fine',
  });
  expect(inShort(findings)).toEqual([
    'content/guides/back/en-GB/02-deep.md:1:1 nesting-deep',
    'content/guides/back/en-GB/03-big.md:1:1 section-too-big',
  ]);
  expect(guides[0]?.translations.get('en-GB')?.sections.map(({ title }) => title)).toEqual([
    'Start',
    'Deep',
    'Big',
    'Fine',
  ]);
});

test('a guide without text, without words for its language, or with text in the wrong place is found', async () => {
  const { findings } = await read({
    ...smallLibrary,
    'content/guides/back/stray.md': '# Stray',
    'content/guides/back/fr/01-start.md': '# Début',
    'content/guides/empty/guide.yml': 'title: Empty\n',
    'content/guides/bare/en-GB/01-a.md': '# A',
  });
  expect(inShort(findings)).toEqual([
    'content/guides/back/guide.yml:1:1 file-unreadable',
    'content/guides/back/stray.md:1:1 file-unreadable',
    'content/guides/bare/guide.yml:1:1 file-unreadable',
    'content/guides/empty/guide.yml:1:1 guide-empty',
  ]);
});

test('a service is not named with another number than it dials', async () => {
  const names = 'names: { en-GB: { urgent: NHS 112, emergency: 999 or 112, poisons: Poisons line } }';
  const { findings } = await read({
    ...smallLibrary,
    'content/places/GB.yml': `name: UK\nemergency: { say: '999', dial: '999' }\nurgent: { say: '111', dial: '111' }\npoisons: { say: '1', dial: '1' }\n${names}\npaper: a4\n`,
  });
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['yaml-field', 'Unexpected number in `NHS 112`, expected `111`, which `urgent` dials: write one number'],
  ]);
});

test('facts and sources are read with their places and CSL names', async () => {
  const { facts, references, findings } = await read({
    ...smallLibrary,
    'content/facts.yml': '# Numbers\nrest: 5 minutes\nBad Name: 1\n',
    'content/references.yml':
      'a2006:\n  type: book\n  title: T\n  author: [{family: A, given: B}, {literal: WHO}]\n  issued: 2006\n  container-title: J\n  seen: full\n',
  });
  expect([...facts.values()]).toEqual([{ id: 'rest', text: '5 minutes', file: join('content', 'facts.yml'), line: 2 }]);
  expect(references.get('a2006')).toMatchObject({
    issued: 2006,
    containerTitle: 'J',
    author: [{ family: 'A' }, { literal: 'WHO' }],
  });
  expect(inShort(findings)).toEqual(['content/facts.yml:3:1 yaml-field']);
});
