import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clinicView, saidIn } from '../../scripts/compose/clinic-view.ts';
import type { Clinic } from '../../scripts/model.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { composeMarkdown } from '../compose/compose-markdown.ts';
import { ClinicLibrary } from './clinic-library.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { clinics } = await readLibrary(path.join(root, 'content'), { cwd: root, only: [] });
const example = clinics.get('example-clinic');
if (!example) throw new Error('Expected the example clinic');

describe('words that differ by language', () => {
  const words = { 'en-GB': 'colour', 'pt-BR': 'cor', es: 'color' };
  test.each([
    ['its own', 'en-GB', 'colour', undefined],
    ['its primary language', 'es-MX', 'color', undefined],
    ['another region', 'pt-PT', 'cor', undefined],
    ['another region of English', 'en-US', 'colour', undefined],
    ['the fallback, which says its language', 'ar', 'colour', 'en-GB'],
  ])('%s', (_, language, text, lang) => {
    expect(saidIn(words, { language, fallback: 'en-GB' })).toEqual({ text, lang });
  });

  test('a text without a tag is in the first language of the clinic', () => {
    expect(saidIn('Reception', { language: 'ar', fallback: 'en-GB' })).toEqual({ text: 'Reception', lang: 'en-GB' });
    const clinic: Clinic = { ...example, name: 'عيادة', languages: ['ar', 'en-GB'] };
    expect(clinicView(clinic, { language: 'en-GB', fallback: 'en-GB' }).name).toEqual({ text: 'عيادة', lang: 'ar' });
    expect(clinicView(clinic, { language: 'ar', fallback: 'en-GB' }).name.lang).toBeUndefined();
  });
});

describe('page 1', () => {
  const files = {
    '01-walk.md': '---\nin: [handout, guide]\n---\n# Walk\n\n:::emergency\n- bad pain\n:::\n',
  };
  const front = async (clinic: Clinic | null, url: string | null = null): Promise<string> => {
    const library = { clinics: new Map(clinic ? [[clinic.id, clinic]] : []) };
    const composed = await composeMarkdown(files, 'handout', { guide: { url }, library });
    expect(composed.order.clinic).toBe(clinic);
    return composed.html;
  };

  test('has a line to write on where nobody, or a clinic without a number, hands it out', async () => {
    expect(await front(null)).toContain('Name and phone:');
    expect(await front({ ...example, phones: [] })).toMatch(/class="write"><span>Phone:<\/span>/);
    const whole = await front(example);
    expect(whole).not.toContain('class="write"');
    expect(whole).toContain('Reception: <strong class="phone">01632 960 123</strong>');
  });

  test('has a code that says what it opens: the guide, else the page of the clinic; without either there is none', async () => {
    expect(await front(null)).not.toContain('qr.svg');
    expect(await front({ ...example, url: null })).not.toContain('qr.svg');
    const theirs = await front(example);
    expect(theirs).toContain('Scan for our web page');
    expect(theirs).toContain('alt="QR code that opens https://clinic.example.org/"');
    for (const one of [null, example]) {
      const guide = await front(one, 'https://example.org/walk');
      expect(guide).toContain('Scan for the full guide');
      expect(guide).toContain('https://example.org/walk');
    }
  });

  test('names the clinic beside its logo, which says nothing more', async () => {
    expect(await front(example)).toContain('<img class="logo" src="clinic/logo" alt=""><p>Example Clinic</p>');
    expect(await front({ ...example, logo: null })).not.toContain('class="logo"');
  });
});

test('guidepress new clinic makes one that passes at once and invents nothing', async () => {
  const library = await ClinicLibrary.open();
  const bin = path.join(root, 'bin/guidepress.mjs');
  const run = (...words: string[]) => promisify(execFile)(process.execPath, [bin, ...words], { cwd: library.folder });
  await run('new', 'clinic', 'north-bank');
  expect(await library.errors()).toEqual([]);
  const made = await readLibrary(path.join(library.folder, 'content'), { cwd: library.folder, only: [] });
  expect(made.clinics.get('north-bank')).toMatchObject({ name: 'North bank', phones: [], address: [], url: null });
  await expect(run('new', 'clinic', 'north-bank')).rejects.toThrow('expected none yet');
  // Each comment is a field that can be used as it stands.
  const text = await library.read('clinics/north-bank/clinic.yml');
  await library.write(
    'clinics/north-bank/clinic.yml',
    text.replace(/^# (?=( *- | *[a-z-]+:))/gm, '').replace(/^#.*$/gm, ''),
  );
  expect((await library.errors()).map(({ message }) => message)).toEqual([expect.stringContaining('logo.svg')]);
  await library.close();
}, 30_000);
