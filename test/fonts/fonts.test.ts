import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { fontsFor, fontStack } from '../../scripts/compose/fonts.ts';
import { readUnicodeRange } from '../../scripts/compose/unicode-range.ts';
import { readWoff2Characters } from '../../scripts/compose/woff2-characters.ts';

const fontsource = join(import.meta.dirname, '../../node_modules/@fontsource');

/** Families used, and the subset of each file, as in its name. */
function filesFor(text: string, language: string): string[] {
  const names = fontsFor(text, language).fonts.map(({ path }) => basename(path, '-normal.woff2'));
  return [...new Set(names.map((name) => name.replace(/-[47]00$/, '')))];
}

/** Which family draws a character. */
function drawnBy(character: string, text: string, language: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  return fontsFor(text, language).fonts.find(({ unicodeRange }) =>
    [...readUnicodeRange(unicodeRange ?? '')].includes(code),
  )?.family;
}

test('an English guide needs two files', () => {
  const { fonts, missing } = fontsFor('Warm packs: 15–20 minutes, “never” while asleep • ½ × café', 'en-GB');
  expect(fonts.map(({ family, weight, path }) => [family, weight, basename(path)])).toEqual([
    ['Atkinson Hyperlegible Next', 400, 'atkinson-hyperlegible-next-latin-400-normal.woff2'],
    ['Atkinson Hyperlegible Next', 700, 'atkinson-hyperlegible-next-latin-700-normal.woff2'],
  ]);
  expect(fonts[0]?.unicodeRange).toBe('U+20-7E, U+BD, U+D7, U+E9, U+2013, U+201C-201D, U+2022');
  expect(missing).toEqual([]);
});

test('an empty text still has digits for counters', () => {
  expect(drawnBy('7', '', 'en')).toBe('Atkinson Hyperlegible Next');
});

test('code points do as well as text', () => {
  const codes = new Set(['b', 'ц', ' '].map((letter) => letter.charCodeAt(0)));
  expect(fontsFor(codes, 'en')).toEqual(fontsFor('b ц', 'en'));
});

test('a word of Vietnamese, Russian or Greek is all in one family', () => {
  for (const [language, text] of [
    ['vi', 'Đau lưng trên ở giữa'],
    ['ru', 'Боль в спине'],
    ['el', 'πόνος'],
  ] as const) {
    expect(new Set(fontsFor(text, language).fonts.map(({ family }) => family)), language).toEqual(
      new Set(['Noto Sans']),
    );
  }
});

test('a letter and its marks come from one file', () => {
  expect(filesFor('Ẹ́', 'yo')).toContain('noto-sans-vietnamese');
  expect(drawnBy('\u0301', 'x Ẹ\u0301', 'en')).toBe('Noto Sans');
});

test('a letter with its mark apart is the composed letter', () => {
  expect(fontsFor('cafe\u0301', 'fr')).toEqual(fontsFor('café', 'fr'));
});

test('Arabic has its joiner and its spaces from its own font', () => {
  const text = 'صفحة 15 دقيقة لا\u200Cتنم\u061C';
  expect(fontStack('ar').startsWith('"Noto Sans Arabic", "Atkinson')).toBe(true);
  expect(drawnBy('\u200C', text, 'ar')).toBe('Noto Sans Arabic');
  expect(drawnBy(' ', text, 'ar')).toBe('Noto Sans Arabic');
  expect(fontsFor(text, 'ar').missing).toEqual([]);
});

test('a Han character is drawn as in the language of the guide', () => {
  expect(drawnBy('骨', '骨', 'ja-JP')).toBe('Noto Sans JP');
  expect(drawnBy('骨', '骨', 'zh-Hans')).toBe('Noto Sans SC');
  expect(drawnBy('骨', '骨', 'ko')).toBe('Noto Sans KR');
  expect(drawnBy('骨', '骨', 'en')).toBe('Noto Sans SC');
});

test('a Han character without the font of its region is missing, not drawn in another', () => {
  expect(fontsFor('骨', 'zh-Hant-TW').missing).toEqual([{ character: '骨', package: '@fontsource/noto-sans-tc' }]);
  expect(fontsFor('骨', 'zh-HK').missing).toEqual([{ character: '骨', package: '@fontsource/noto-sans-hk' }]);
});

test('a Han font is embedded in the few parts that are needed', () => {
  expect(filesFor('上背部疼痛', 'zh').length).toBeLessThan(8);
});

test.each([
  ['☐', '@fontsource/noto-sans-symbols-2'],
  ['♈', '@fontsource/noto-sans-symbols'],
  ['🔥', '@fontsource/noto-emoji'],
  ['ไ', '@fontsource/noto-sans-thai'],
  ['ক', '@fontsource/noto-sans-bengali'],
  ['\uE000', null],
])('%s has no font here and names %s', (character, name) => {
  expect(fontsFor(`a${character}b`, 'en').missing).toEqual([{ character, package: name }]);
});

test('an ideographic space is drawn like a letter, wherever the rest of the text comes from', () => {
  expect(drawnBy('\u3000', '正規化\u3000その１', 'ja')).toBe('Noto Sans JP');
});

test('what is invisible needs no font', () => {
  expect(fontsFor('a\u00AD\u200B\u200D\u200E\u2066b\uFE0F\u00A0\u2009\u202F\uFEFF\t\n\u0007', 'en').missing).toEqual(
    [],
  );
});

test('every used character is in exactly the range of one file a weight', () => {
  const text = 'Warm → ‑ 痛 ж ≤ café';
  const { fonts, missing } = fontsFor(text, 'en');
  const gone = new Set(missing.map(({ character }) => character));
  for (const character of text.replaceAll(' ', '')) {
    const code = character.codePointAt(0) ?? 0;
    const regular = fonts.filter(({ weight }) => weight === 400);
    const holders = regular.filter(({ unicodeRange }) => [...readUnicodeRange(unicodeRange ?? '')].includes(code));
    expect(holders.length, character).toBe(gone.has(character) ? 0 : 1);
    for (const { path } of holders) expect(readWoff2Characters(readFileSync(path)).has(code)).toBe(true);
  }
});

test('the stack names every family that is used, in the same order', () => {
  const { fonts } = fontsFor('a ж 骨 हि ش ש', 'hi');
  const stack = fontStack('hi');
  const places = [...new Set(fonts.map(({ family }) => stack.indexOf(`"${family}"`)))];
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the cmap is read as fontkit reads it, and both weights agree', () => {
  const files = [
    'atkinson-hyperlegible-next',
    'noto-sans',
    'noto-sans-arabic',
    'noto-sans-devanagari',
    'noto-sans-sc',
  ].flatMap((name) =>
    readdirSync(join(fontsource, name, 'files'))
      .filter((file) => /(?:latin|latin-ext|greek|arabic|devanagari|sc-11\d)-400-normal\.woff2$/.test(file))
      .map((file) => join(fontsource, name, 'files', file)),
  );
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) {
    const bytes = readFileSync(file);
    const ours = readWoff2Characters(bytes);
    const font = create(bytes);
    if (!('characterSet' in font)) throw new Error(`expected a font, got a collection in ${file}`);
    // U+FFFF ends the table; it is no character.
    expect(
      [...ours].sort((a, b) => a - b),
      file,
    ).toEqual([...new Set(font.characterSet)].filter((c) => c !== 0xffff).sort((a, b) => a - b));
    expect(readWoff2Characters(readFileSync(file.replace('-400-', '-700-')))).toEqual(ours);
  }
});

test('bytes that are no WOFF2 are our mistake', () => {
  expect(() => readWoff2Characters(new Uint8Array(100))).toThrow('Expected a WOFF2 font');
});
