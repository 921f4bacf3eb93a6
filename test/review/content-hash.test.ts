import { afterAll, expect, test } from 'vitest';
import { readLibrary } from '../../scripts/read/library.ts';
import { SectionParser } from '../../scripts/read/parse-in-worker.ts';
import { contentHash } from '../../scripts/review/content-hash.ts';
import type { Library } from '../../scripts/model.ts';
import { writeTree } from '../read/write-tree.ts';
import { drawing, signedLibrary } from './signed-library.ts';

const parser = new SectionParser();
afterAll(() => parser.close());

const start = 'content/guides/back/en-GB/01-start.md';
const guide = 'content/guides/back/guide.yml';

async function read(files: Readonly<Record<string, string>>): Promise<Library> {
  return readLibrary('content', { cwd: await writeTree(files), parser });
}

async function hashOf(files: Readonly<Record<string, string>>, place: string | null = 'GB'): Promise<string> {
  const library = await read(files);
  const [guide] = library.guides;
  const translation = guide?.translations.get('en-GB');
  if (guide === undefined || translation === undefined) throw new Error('Expected the guide');
  const country = place === null ? null : (library.places.get(place) ?? null);
  return contentHash({ guide, translation, country }, library);
}

/** The library with one text in one file replaced; throws if it is not there. */
function edited(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = signedLibrary[file];
  if (!text?.includes(from)) throw new Error(`Expected ${from} in ${file}`);
  return { ...signedLibrary, [file]: text.replace(from, to) };
}

const asItIs = await hashOf(signedLibrary);
const paired = await hashOf({ ...signedLibrary, ...pair(1) });

test('is the same on all machines', () => {
  expect(asItIs).toBe('2fbbcec77dffd928d8e47ee17d9baabe14223db8d02bc8857c14221dbdeb0b48');
});

test.each([
  ['a letter of a card', edited(start, 'weak legs', 'weak leg')],
  ['a bullet of a card less', edited(start, '- weak legs\n', '')],
  ['a card of another kind', edited(start, ':::emergency', ':::urgent')],
  ['a letter of the text', edited('content/guides/back/en-GB/03-more.md', 'Walk', 'Talk')],
  ['a shared section', edited('content/shared/en-GB/rest.md', 'a little', 'a lot')],
  ['a dose in facts.yml', edited('content/facts.yml', '15 minutes, 20', '20 minutes, 15')],
  ['a dose in the text', edited(start, '[15 minutes, 20', '[20 minutes, 15')],
  ['another fact behind a dose', edited(start, 'fact:pack', 'fact:walk')],
  ['a line of a picture', edited('content/guides/back/figures/pack.svg', 'M0 0h10', 'M0 0h9')],
  ['the words of a picture', edited(start, 'A pack lies', 'Two packs lie')],
  ['what the place says', edited('content/places/GB.yml', 'say: 999', 'say: 112')],
  ['what the place dials', edited('content/places/GB.yml', 'dial: 111', 'dial: 112')],
  ['the name of a service', edited('content/places/GB.yml', '{urgent: NHS 111}', '{urgent: 111}')],
  ['a number that the place has no more', edited('content/places/GB.yml', 'urgent: {say: NHS 111, dial: 111}\n', '')],
  ['the title', edited(guide, 'title: Back', 'title: Neck')],
  ['the promise', edited(guide, 'It eases', 'It goes')],
  ['where a section appears', edited(start, 'in: [handout, guide, web]', 'in: [guide, web]')],
  ['what a word means', edited('content/guides/back/en-GB/words.yml', 'too little', 'too much')],
  ['the source behind a claim', edited(start, '@french2006', '@other2001')],
  ['the title of a source', edited('content/references.yml', 'title: Warmth', 'title: Heat')],
  ['a section less', without('content/guides/back/en-GB/03-more.md')],
  ['sections in another order', swapped()],
])('%s changes it', async (_, files) => {
  expect(await hashOf(files)).not.toBe(asItIs);
});

test('two pictures of one name that trade places change it', async () => {
  expect(await hashOf({ ...signedLibrary, ...pair(1) })).toBe(paired);
  expect(await hashOf({ ...signedLibrary, ...pair(2) })).not.toBe(paired);
});

test('a picture of the same name in another language does not', async () => {
  const spanish = {
    'content/languages/ar.yml': signedLibrary['content/languages/en-GB.yml'] ?? '',
    'content/guides/back/ar/01-start.md': '# Start\n\n![A pack.](pack.svg)\n',
    'content/guides/back/ar/pack.svg': drawing.replace('M0', 'M1'),
  };
  const files = { ...signedLibrary, ...spanish };
  expect([...((await read(files)).guides[0]?.translations.get('en-GB')?.assets.keys() ?? [])]).toEqual(['pack-2.svg']);
  expect(await hashOf(files)).toBe(asItIs);
});

test('another place changes it, and so does none', async () => {
  const hashes = await Promise.all(['IE', null].map((place) => hashOf(signedLibrary, place)));
  expect(new Set([asItIs, ...hashes]).size).toBe(3);
});

test.each([
  ['line ends', Object.fromEntries(Object.entries(signedLibrary).map(([at, text]) => [at, crlf(text)]))],
  ['a byte order mark', { ...signedLibrary, [start]: `\uFEFF${signedLibrary[start]}` }],
  ['blank lines above and below', edited(start, '---\n# Start', '---\n\n\n# Start')],
  [
    'front matter that decides nothing',
    edited(start, 'in: [handout, guide, web]', 'in: [web, handout, guide]\nsource: x'),
  ],
  ['the number of a section that stays where it is', moved()],
  ['a fact that the guide does not use', edited('content/facts.yml', '10 minutes', '11 minutes')],
  ['a source that it does not cite', edited('content/references.yml', 'title: Cold', 'title: Ice')],
  ['when a source was looked at', edited('content/references.yml', '2026-01-01', '2026-02-01')],
  ['another place', edited('content/places/IE.yml', 'dial: 112', 'dial: 999')],
  ['the paper of the place', edited('content/places/GB.yml', 'a4', 'letter')],
  ['date and version', edited(guide, '2026-01-02\nversion: "1.0"', '2026-01-03\nversion: "1.1"')],
  ['the page limit of the handout', edited(guide, 'funding: none', 'handout: 3')],
  ['a picture that it does not show', { ...signedLibrary, 'content/guides/back/figures/a.svg': drawing }],
])('%s does not', async (_, files) => {
  expect(await hashOf(files)).toBe(asItIs);
});

test('what content is made of is known: a new field must be covered, or left out on purpose', async () => {
  const library = await read(signedLibrary);
  const [one] = library.guides;
  const translation = one?.translations.get('en-GB');
  const [section] = translation?.sections ?? [];
  const fields = [one, translation, section, library.facts.get('pack'), library.places.get('GB')].map((value) =>
    Object.keys(value ?? {})
      .sort()
      .join(' '),
  );
  expect(fields).toEqual([
    'authors codes date figures file folder funding handoutPages id machineTranslated plain safetyLock translations url version',
    'assets glossary language promise sections title',
    'file id in path source title translates tree',
    'file id line text',
    'code emergency name names paper poisons urgent',
  ]);
});

/** A section that shows two pictures of one name, the first of which is drawn so. */
function pair(first: 1 | 2): Readonly<Record<string, string>> {
  const drawn = [drawing, drawing.replace('M0', 'M1')];
  return {
    'content/guides/back/en-GB/04-two.md': '# Two\n\n![One.](a/x.svg)\n\n![Two.](b/x.svg)\n',
    'content/guides/back/en-GB/a/x.svg': drawn[first - 1] ?? '',
    'content/guides/back/en-GB/b/x.svg': drawn[2 - first] ?? '',
  };
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

function without(file: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(signedLibrary).filter(([at]) => at !== file));
}

/** The last section goes to the front. */
function swapped(): Readonly<Record<string, string>> {
  return renamed('03-more.md', '00-more.md');
}

function moved(): Readonly<Record<string, string>> {
  return renamed('03-more.md', '07-more.md');
}

function renamed(from: string, to: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(signedLibrary).map(([at, text]) => [at.replace(from, to), text]));
}
