import { describe, expect, test } from 'vitest';
import { checkLibrary } from '../../scripts/check/index.ts';
import { finding } from '../../scripts/findings.ts';
import type { Library } from '../../scripts/model.ts';
import { libraryOf } from './library-of.ts';

const today = '2026-06-30';

function found(library: Library, place?: string): readonly string[] {
  const options = place === undefined ? { today } : { today, place };
  // These texts are headings for the most part, and nobody has signed them.
  const findings = checkLibrary(library, options).filter(
    ({ rule }) => !['section-empty', 'safety-unlocked', 'unreviewed'].includes(rule),
  );
  return findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

describe('checkLibrary', () => {
  test('what the reader found is among the findings, and all are sorted by place', () => {
    const library = libraryOf(
      { 'en-GB/02-b.md': '## Low\n', 'en-GB/01-a.md': '# A\n\n[x](#y)\n\n### Deep\n' },
      { library: { findings: [finding('front-matter-unknown', { file: 'en-GB/01-a.md' }, 'Unexpected x')] } },
    );
    expect(found(library)).toEqual([
      'en-GB/01-a.md:1:1 front-matter-unknown',
      'en-GB/01-a.md:3:1 link-dead',
      'en-GB/01-a.md:5:1 heading-order',
      'en-GB/02-b.md:1:1 heading-order',
    ]);
  });

  test('a link to another folder is measured from its own file', () => {
    const source = '# A\n\n[x](../two/b.md#none)\n\n[y](../two/c.md)\n';
    const library = libraryOf({ 'en-GB/one/a.md': source, 'en-GB/two/b.md': '# B\n' });
    const messages = checkLibrary(library, { today }).filter(({ rule }) => rule === 'link-dead');
    expect(messages.map(({ message }) => message)).toEqual([
      'Unexpected link to `../two/b.md#none`, expected a heading, section or action of that id: correct it',
      'Unexpected link to `../two/c.md`, expected `../two/b.md`: correct it',
    ]);
  });

  test('an abbreviation in a script without small letters is no shout', () => {
    expect(capitals('در ویندوز با CMD باز کنید.')).toEqual([]);
    expect(capitals('DO NOT DO IT.')).toHaveLength(1);
  });

  test('a section that two guides share is reported once', () => {
    const { guides, ...rest } = libraryOf({ 'en-GB/01-a.md': '## Low\n' });
    expect(found({ ...rest, guides: [...guides, ...guides] })).toEqual(['en-GB/01-a.md:1:1 heading-order']);
  });

  test('a guide in two languages that nobody has reviewed is noted once', () => {
    const files = { 'en-GB/01-a.md': '# A\n', 'es/01-a.md': '# A\n' };
    const notes = checkLibrary(libraryOf(files), { today }).filter(({ rule }) => rule === 'unreviewed');
    expect(notes.map(({ file }) => file)).toEqual(['warm/guide.yml']);
  });

  test('severity and url are those of the table of rules', () => {
    const [first] = checkLibrary(libraryOf({ 'en-GB/01-a.md': '## Low\n' }), { today });
    expect(first).toMatchObject({ severity: 'error', url: 'CHECKS.md#heading-order' });
  });
});

describe('the place whose numbers are checked', () => {
  const files = { 'en-US/01-a.md': '# A\n\n<phone:urgent>\n', 'es/01-a.md': '# A\n\n<phone:urgent>\n' };

  test('is the language’s region, else the library’s place', () => {
    expect(found(libraryOf(files))).toEqual(['en-US/01-a.md:3:1 phone-unknown']);
  });

  test('is the one asked for before all', () => {
    expect(found(libraryOf(files), 'US')).toEqual(['en-US/01-a.md:3:1 phone-unknown', 'es/01-a.md:3:1 phone-unknown']);
    expect(found(libraryOf(files), 'GB')).toEqual([]);
  });

  test('is none where nobody knows it: a line to fill in is no error', () => {
    expect(found(libraryOf({ 'es/01-a.md': '# A\n\n<phone:urgent>\n' }, { library: { place: null } }))).toEqual([]);
  });
});

describe('an ignore comment', () => {
  const ignore = '<!-- guidepress-ignore heading-order: a form -->';

  test('silences its rule in the next block', () => {
    expect(found(libraryOf({ 'en-GB/01-a.md': `# A\n\n${ignore}\n\n### B\n` }))).toEqual([]);
  });

  test('silences nothing after the next block', () => {
    const source = `# A\n\n${ignore}\n\n### B\n\n##### C\n`;
    expect(found(libraryOf({ 'en-GB/01-a.md': source }))).toEqual(['en-GB/01-a.md:7:1 heading-order']);
  });

  test('silences no other rule', () => {
    const source = `# A\n\n${ignore}\n\n### [B](#c)\n`;
    expect(found(libraryOf({ 'en-GB/01-a.md': source }))).toEqual(['en-GB/01-a.md:5:5 link-dead']);
  });

  test('may stand above another one', () => {
    const source = `# A\n\n${ignore}\n<!-- guidepress-ignore link-dead: later -->\n\n### [B](#c)\n`;
    expect(found(libraryOf({ 'en-GB/01-a.md': source }))).toEqual([]);
  });

  test('at the head of a file speaks for the file as a whole', () => {
    const source = '---\nin: [guide]\n---\n\n<!-- guidepress-ignore section-order: kept for old links -->\n\n# A\n';
    expect(found(libraryOf({ 'en-GB/a.md': source }))).toEqual([]);
  });

  test('works inside a block', () => {
    const source = '# A\n\n:::tip\n<!-- guidepress-ignore link-dead: later -->\n[B](#c)\n:::\n\n[C](#d)\n';
    expect(found(libraryOf({ 'en-GB/01-a.md': source }))).toEqual(['en-GB/01-a.md:8:1 link-dead']);
  });

  test('cannot silence what could not be read', () => {
    const gap = finding('image-missing', { file: 'en-GB/01-a.md', position: at(5) }, 'Unexpected x');
    const dropped = finding('html-dropped', { file: 'en-GB/01-a.md', position: at(5) }, 'Unexpected y');
    const source =
      '# A\n\n<!-- guidepress-ignore image-missing: later -->\n<!-- guidepress-ignore html-dropped: an old form -->\n![x](y.svg)\n';
    const library = libraryOf({ 'en-GB/01-a.md': source }, { library: { findings: [gap, dropped] } });
    expect(found(library)).toEqual(['en-GB/01-a.md:5:1 image-missing']);
  });
});

describe('a source that no guide cites', () => {
  const source = { key: 'a2006', type: 'book', title: 'A', author: [], containerTitle: null, publisher: null };
  const place = { issued: 2006, volume: null, issue: null, page: null, doi: null, url: null };
  const seen = { seen: 'full', checked: null, file: 'references.yml', line: 7 } as const;
  const references = new Map([['a2006', { ...source, ...place, ...seen }]]);
  const rule = 'references.yml:7:1 reference-unused';

  test('is found where all guides were read, and only there', () => {
    const text = { 'en-GB/01-a.md': '# A\n\nText.\n' };
    expect(found(libraryOf(text, { library: { references } }))).toContain(rule);
    expect(found(libraryOf(text, { library: { references, whole: false } }))).not.toContain(rule);
  });

  test('is cited in any language of any guide', () => {
    const text = { 'en-GB/01-a.md': '# A\n\nText.\n', 'es/01-a.md': '# A\n\nTexto. [@a2006]\n' };
    expect(found(libraryOf(text, { library: { references } }))).not.toContain(rule);
  });
});

describe('a plain folder', () => {
  const plain = { guide: { plain: true } };

  test('has no place, so it may hold phone numbers', () => {
    const source = '# A\n\nCall 1 or 020 7946 0000.\n';
    expect(found(libraryOf({ 'en-GB/01-a.md': source }, plain))).toEqual([]);
    expect(found(libraryOf({ 'en-GB/01-a.md': source }))).toEqual(
      expect.arrayContaining(['en-GB/01-a.md:3:6 phone-typed', 'en-GB/01-a.md:3:11 phone-like']),
    );
  });

  test('needs neither numbers in file names nor a title in the text', () => {
    expect(found(libraryOf({ 'en-GB/notes.md': 'Text.\n\n# A\n\n# B\n' }, plain))).toEqual([]);
  });

  test('may not leave pictures without words: nobody decided that they are decoration', () => {
    const source = '# A\n\n![](a.png)\n\nText ![ ](b.png)\n';
    expect(found(libraryOf({ 'en-GB/a.md': source }, plain))).toEqual([
      'en-GB/a.md:3:1 image-alt',
      'en-GB/a.md:5:6 image-alt',
    ]);
  });
});

function at(line: number): { start: { line: number; column: number }; end: { line: number; column: number } } {
  return { start: { line, column: 1 }, end: { line, column: 2 } };
}

/** What the rule says of a paragraph. */
function capitals(text: string): readonly string[] {
  return found(libraryOf({ 'en-GB/01-a.md': `# A\n\n${text}\n` })).filter((one) => one.endsWith('capitals'));
}
