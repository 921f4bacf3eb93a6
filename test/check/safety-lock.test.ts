import { describe, expect, test } from 'vitest';
import { checkLibrary } from '../../scripts/check/index.ts';
import { safetyTextsOf } from '../../scripts/check/safety-texts.ts';
import type { Finding } from '../../scripts/findings.ts';
import type { Fact, Guide, Library, SafetyLock } from '../../scripts/model.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { formatSafetyLock } from '../../scripts/write/safety-lock.ts';
import { smallLibrary } from '../read/small-library.ts';
import { writeTree } from '../read/write-tree.ts';
import { libraryOf } from './library-of.ts';

const file = 'en-GB/01-a.md';
const text = [
  '# A',
  ':::emergency\n- weak legs\n- pain in your chest\n- trouble breathing\n:::',
  ':::ask-first\n- take a blood thinner\n:::',
  ':::action{#pack}\n**Use a pack**: [15 minutes](fact:pack)\n\n1. Wrap it.\n2. Stop if it hurts.\n:::',
  ':::dont\n- warm a new injury\n:::',
  'Burned? Call <phone:urgent>.',
  'Rest helps.',
].join('\n\n');

describe('what was accepted', () => {
  test('is found as long as it is the same', () => {
    expect(changes(text)).toEqual([]);
    expect(changes(text.replace('Rest helps', 'Rest may help').replace('- weak legs', '*  weak\n  legs'))).toEqual([]);
  });

  test.each([
    ['a sign that is gone', '- weak legs\n', '', 'guide.yml', '`weak legs`'],
    ['a sign that changed', 'weak legs', 'weak arms', `${file}:4`, '`weak arms` in `emergency`, expected `weak legs`'],
    ['a new sign', '- weak legs', '- cold feet\n- weak legs', `${file}:4`, '`cold feet`'],
    ['signs that changed places', '- weak legs\n- pain in your chest', '- pain in your chest\n- weak legs', file, ''],
    [
      'an item of ask-first that is gone',
      '- take a blood thinner',
      '- have thin bones',
      `${file}:10`,
      '`have thin bones`',
    ],
    ['a name of an action', '#pack', '#bag', `${file}:14`, '`action bag`'],
    ['another fact', 'fact:pack', 'fact:bag', `${file}:14`, '`bag = 15 minutes`'],
    ['a step of an action', 'Stop if it hurts.', 'Go on if it hurts.', `${file}:17`, '`Go on if it hurts.`'],
    ['what not to do', '- warm a new injury', '- warm a wet pack', `${file}:21`, '`warm a wet pack`'],
    ['whom to call', 'phone:urgent', 'phone:emergency', `${file}:24`, '`Burned? Call <phone:emergency>.`'],
  ])('is missed where it is not: %s', (_, before, after, where, words) => {
    expect(text).toContain(before);
    const found = changes(text.replace(before, after));
    expect(found.join('\n')).toContain(where);
    expect(found.join('\n')).toContain(words);
  });

  test('is missed where a fact or a phone number changes', () => {
    const facts = new Map([...factsOf('15 minutes'), ...factsOf('50 minutes')]);
    expect(changes(text, { facts })).toEqual([expect.stringContaining('`pack = 50 minutes`')]);
    const places = new Map(Array.from(libraryOf({}).places, ([code, country]) => [code, { ...country, urgent: null }]));
    expect(changes(text, { places })).toEqual([expect.stringContaining('lack of `urgent = 1, dial 1` in `phones`')]);
  });

  test('is the same whatever place is asked for, and no comment hides a difference', () => {
    expect(changes(text, {}, 'US')).toEqual([]);
    const hidden = text.replace(':::emergency\n', '<!-- guidepress-ignore safety-changed: so -->\n\n:::emergency\n');
    expect(changes(hidden.replace('weak legs', 'weak arms'))).toHaveLength(1);
  });

  test('is missed where a language is gone or new', () => {
    const lock = lockOf(libraryWith(text));
    const [british = ''] = lock.keys();
    const without = { safetyLock: new Map() };
    expect(safety(libraryWith(text, {}, without))).toEqual([expect.stringContaining('Unexpected text in `en-GB`')]);
    const more = { safetyLock: new Map([...lock, ['es', lock.get(british) ?? new Map()]]) };
    expect(safety(libraryWith(text, {}, more))).toEqual([expect.stringContaining('lack of the text in `es`')]);
  });
});

test('a lock is read back as it was written, whatever signs are in it', async () => {
  const odd = ['# no', '"quoted" \\ `x`: y', '- dash', '[a]{b}', '&anchor *alias !tag', '１５ 分', 'no', '10'];
  const lock = new Map([
    [
      'en-GB',
      new Map([
        ['emergency', odd],
        ['action 温: x', ['a']],
      ]),
    ],
    ['es', new Map()],
  ]) satisfies SafetyLock;
  const root = await writeTree({ ...smallLibrary, 'content/guides/back/safety.lock.yml': formatSafetyLock(lock) });
  const { guides, findings } = await readLibrary('content', { cwd: root });
  expect(findings).toEqual([]);
  expect(guides[0]?.safetyLock).toEqual(lock);
});

test('a guide without a lock is noted, a plain folder is not', () => {
  expect([noted({}), noted({ plain: true }), noted({ safetyLock: new Map() })]).toEqual([true, false, false]);
});

function noted(guide: Partial<Guide>): boolean {
  const findings = checkLibrary(libraryWith(text, {}, guide), { today: '2026-06-30' });
  return findings.some(({ rule }) => rule === 'safety-unlocked');
}

/** What is found in a text that was accepted as it is above. */
function changes(written: string, library: Partial<Library> = {}, place?: string): string[] {
  return safety(libraryWith(written, library, { safetyLock: lockOf(libraryWith(text)) }), place);
}

function safety(library: Library, place?: string): string[] {
  const options = { today: '2026-06-30', ...(place === undefined ? {} : { place }) };
  const own = checkLibrary(library, options).filter(({ rule }) => rule === 'safety-changed');
  return own.map(({ file, line, message }: Finding) => `${file}:${line} ${message}`);
}

function libraryWith(written: string, library: Partial<Library> = {}, guide: Partial<Guide> = {}): Library {
  return libraryOf({ [file]: written }, { library: { facts: factsOf('15 minutes'), ...library }, guide });
}

function factsOf(words: string): ReadonlyMap<string, Fact> {
  return new Map(['pack', 'bag'].map((id) => [id, { id, text: words, file: 'facts.yml', line: 1 }]));
}

function lockOf(library: Library): SafetyLock {
  return new Map(
    library.guides.flatMap(({ translations }) =>
      Array.from(translations, ([language, translation]) => {
        const texts = [...safetyTextsOf(library, translation)];
        return [language, new Map(texts.map(([group, own]) => [group, own.map((one) => one.text)]))] as const;
      }),
    ),
  );
}
