import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../scripts/read/library.ts';
import { readingOf } from '../../scripts/reading.ts';
import type { GuideReading } from '../../scripts/reading.ts';
import { libraryOf } from '../check/library-of.ts';
import type { GlossaryEntry } from '../../scripts/model.ts';

describe('the figures of upper back pain', () => {
  let reading: GuideReading | null = null;

  beforeAll(async () => {
    const cwd = path.resolve(import.meta.dirname, '../..');
    const { guides } = await readLibrary(path.join(cwd, 'content'), { cwd, only: ['upper-back-pain'] });
    const translation = guides[0]?.translations.get('en-GB');
    reading = translation ? readingOf(translation, 'en-GB') : null;
  });

  test('it is read whole', () => {
    expect(reading?.words).toBeGreaterThan(3000);
    expect(reading?.sections.length).toBeGreaterThan(9);
  });

  test('its Flesch-Kincaid grade is at most 6, its SMOG grade at most 8', () => {
    expect(reading?.grade).toBeLessThanOrEqual(6);
    expect(reading?.smog).toBeLessThanOrEqual(8);
  });

  test('its longest sentence has at most 20 words', () => {
    expect(reading?.longest).toBeLessThanOrEqual(20);
  });
});

describe('readingOf', () => {
  test('the formulas are those that were published', () => {
    // 10 words, 2 sentences, 13 syllables, one word of three: 0.39 × 5 + 11.8 × 1.3 − 15.59, 1.043 × √15 + 3.1291.
    const reading = readingIn('Wrap the pack in a towel. Take the medicine now.');
    expect(reading).toMatchObject({ words: 10, sentences: 2, longest: 6 });
    expect(reading?.grade).toBeCloseTo(1.7, 5);
    expect(reading?.smog).toBeCloseTo(7.1686, 3);
  });

  test('headings, tables, lines to write on and sources are left out', () => {
    const extra = '## Musculoskeletal\n\n| Immobilisation |\n|---|\n| Exacerbation |\n\n:::write\nMy medication\n:::';
    expect(readingIn(`Rest a little. [@french2006]\n\n${extra}`)).toEqual(readingIn('Rest a little.'));
  });

  test('each item of a list is a sentence', () => {
    expect(readingIn('- fever or chills\n- a lump\n')).toMatchObject({ words: 5, sentences: 2 });
  });

  test('explained words, oils and numbers count as words, their syllables do not', () => {
    const entry = { word: 'scoliosis', forms: ['scolioses'], meaning: 'a spine that curves to the side' };
    const plain = readingIn('Rest a lot with pain. Use a bit.');
    expect(readingIn('Rest eucalyptus lot with scoliosis. Use 15 bit.', [entry])).toMatchObject({
      words: plain?.words,
      smog: plain?.smog,
    });
    expect(readingIn('Rest a lot with scoliosis. Use a bit.')?.smog).toBeGreaterThan(plain?.smog ?? 0);
  });

  test('a language whose syllables are not known has no figures', () => {
    expect(readingIn('Reposa un poco.', [], 'es')).toBeNull();
  });
});

function readingIn(text: string, glossary: readonly GlossaryEntry[] = [], language = 'en-GB'): Figures | null {
  const translation = libraryOf({ [`${language}/01-a.md`]: `# A\n\n${text}\n` }).guides[0]?.translations.get(language);
  if (!translation) throw new Error(`expected a translation in ${language}`);
  const reading = readingOf({ ...translation, glossary }, language);
  if (reading === null) return null;
  const { sections: _, ...figures } = reading;
  return figures;
}

type Figures = Omit<GuideReading, 'sections'>;
