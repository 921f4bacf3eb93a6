import { describe, expect, test } from 'vitest';
import { findDestinations, finish } from '../../scripts/press/pdf/finish/index.ts';
import { isArray, isDictionary } from '../../scripts/press/pdf/finish/objects/pdf-object.ts';
import { smallestGlyphs } from '../print/glyph-sizes.ts';
import { finished, options, raw } from './fixtures.ts';
import { elementsOfType, readFinished, shapeOf, structureOf } from './read-finished.ts';

const treeOf = (name: string) => structureOf(readFinished(finished(name).bytes));
const shapes = (name: string, type: string) => elementsOfType(treeOf(name), type).map(shapeOf);

/** Annotations of all pages, in page order. */
function annotationsOf(bytes: Uint8Array) {
  const file = readFinished(bytes);
  const pages = file.dictionary(file.dictionary(file.trailer.get('Root'))?.get('Pages'));
  const kids = file.items(pages?.get('Kids')).map((page) => file.dictionary(page));
  return kids.flatMap((page, index) =>
    file.items(page?.get('Annots')).map((reference) => {
      const entries = file.dictionary(reference) ?? new Map();
      return {
        page: index,
        entries,
        contents: file.text(entries.get('Contents')),
        subtype: file.name(entries.get('Subtype')),
        file,
      };
    }),
  );
}

const catalogOf = (bytes: Uint8Array) => {
  const file = readFinished(bytes);
  return { file, catalog: file.dictionary(file.trailer.get('Root')) ?? new Map() };
};

describe('a handout', () => {
  test('says every block in reading order', () => {
    expect(finished('handout').blocks.map(({ type, text, page }) => `${page} ${type}: ${text}`)).toMatchSnapshot();
  });

  test('has the structure that the HTML means', () => {
    expect(treeOf('handout').children.map(shapeOf)).toMatchSnapshot();
  });

  test('is smaller than what Chromium printed', () => {
    expect(finished('handout').bytes.length).toBeLessThan(raw('handout').length * 0.65);
  });

  test('comes out in the same bytes from two prints that differ in date and in the browser’s own ids', () => {
    const print = raw('handout').toString('latin1');
    const other = print.replace(/\(D:\d{14}/g, '(D:19990101000000').replace(/node0000/g, 'node9999');
    expect(other).not.toBe(print);
    expect(finish(Buffer.from(other, 'latin1'), options).bytes).toEqual(finished('handout').bytes);
  });

  test('has nothing untagged but its margin boxes', () => {
    for (const texts of finished('handout').untagged) {
      expect(texts.join('')).toMatch(/^Warm packs and movementPage \d of \d$/);
    }
  });

  test('says where its destinations are', () => {
    const { pages, destinations } = findDestinations(raw('handout'));
    expect(pages).toBe(finished('handout').pages);
    expect([...destinations].map(([name, { page }]) => [name, page])).toEqual([
      ['note-a', 2],
      ['ref-a', 0],
      ['s1', 0],
    ]);
    expect([...destinations.values()].every(({ top }) => top > 0)).toBe(true);
  });

  test('keeps a change of language, and strips what carried the structure', () => {
    const languages = elementsOfType(treeOf('handout'), 'Span').map(({ entries }) => entries.get('Lang'));
    expect(languages).toEqual([{ bytes: 'es' }]);
    const all = elementsOfType(treeOf('handout'), 'Lbl').map(({ entries }) => entries.has('Lang'));
    expect(new Set(all)).toEqual(new Set([false]));
  });

  test('has bookmarks that lead to its headings', () => {
    const { file, catalog } = catalogOf(finished('handout').bytes);
    const first = file.dictionary(file.dictionary(catalog.get('Outlines'))?.get('First'));
    expect(file.text(first?.get('Title'))).toBe('Warm packs and movement');
    expect(file.name(file.dictionary(first?.get('SE'))?.get('S'))).toBe('H1');
  });

  test('says in its metadata what it is, and claims what it was told to claim', () => {
    const { file, catalog } = catalogOf(finished('handout').bytes);
    const xmp = Buffer.from(file.stream(catalog.get('Metadata'))?.data ?? []).toString('utf8');
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Title &amp; more</rdf:li>');
    expect(xmp).toContain('<dc:identifier>urn:uuid:00000000-0000-5000-8000-000000000000</dc:identifier>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    const info = file.dictionary(file.trailer.get('Info'));
    expect(file.text(info?.get('CreationDate'))).toBe('D:20231114221320Z');
  });

  test('claims nothing for a browser that was not proven', () => {
    const { file, catalog } = catalogOf(finished('handout', { claim: null }).bytes);
    const xmp = Buffer.from(file.stream(catalog.get('Metadata'))?.data ?? []).toString('utf8');
    expect(xmp).not.toMatch(/pdfuaid:part|pdfaid:part/);
  });
});

describe('links', () => {
  test('a link says its text and its address', () => {
    const said = new Set(annotationsOf(finished('links').bytes).map(({ contents }) => contents?.slice(0, 60)));
    expect(said).toContain('Write (a@example.org)');
    expect(said).toContain('call 112');
    expect(said).toContain('https://example.org/?q=ü (https://example.org/?q=%C3%BC)');
    expect(said).toContain('Linked picture (https://example.org/img)');
    expect(said).toContain('Icon with words (https://example.org/imgtxt)');
  });

  test('a link over lines and pages is one element with an annotation for each line', () => {
    const links = elementsOfType(treeOf('links'), 'Link').map(({ entries }) => entries.get('K'));
    const longest = Math.max(...links.map((kids) => (kids !== undefined && isArray(kids) ? kids.length : 1)));
    expect(longest).toBeGreaterThan(10);
  });

  test('a label speaks for a link whose text is not enough', () => {
    const labels = new Map([['note-a', 'Footnote 1']]);
    const said = annotationsOf(finished('handout', { linkLabels: labels }).bytes).map(({ contents }) => contents);
    expect(said).toContain('Footnote 1');
    expect(said).not.toContain('1');
  });
});

describe('check boxes', () => {
  test('each anchor becomes a field with its name and what a screen reader says', () => {
    const { fields } = finished('tracker');
    expect(fields).toHaveLength(56);
    expect(fields[0]).toEqual({ name: 't1-d1', tooltip: 'Task 1, day 1', page: 0 });
    const widgets = annotationsOf(finished('tracker').bytes);
    expect(new Set(widgets.map(({ subtype }) => subtype))).toEqual(new Set(['Widget']));
    expect(widgets.map(({ file, entries }) => file.text(entries.get('TU')))).toEqual(
      fields.map(({ tooltip }) => tooltip),
    );
  });

  test('boxes of one size share their appearances', () => {
    const widgets = annotationsOf(finished('tracker').bytes);
    const appearances = new Set(
      widgets.map(({ file, entries }) =>
        JSON.stringify([...(file.dictionary(file.dictionary(entries.get('AP'))?.get('N')) ?? [])]),
      ),
    );
    expect(appearances.size).toBe(1);
  });

  test('a box stands in its place in the reading order', () => {
    expect(shapes('handout', 'LBody').filter((shape) => shape.includes('Form'))).toEqual([
      'LBody(Form)',
      'LBody(Form)',
      'LBody(Form)',
    ]);
  });
});

describe('tables', () => {
  test('a repeated table head is tagged once, and so are its links and the foot', () => {
    const { blocks, bytes, pages } = finished('long-table');
    expect(pages).toBeGreaterThan(1);
    expect(blocks.filter(({ text }) => text === 'Day')).toHaveLength(1);
    expect(blocks.filter(({ text }) => text === 'Bring this')).toHaveLength(1);
    const links = annotationsOf(bytes).filter(({ contents }) => contents?.startsWith('Pain'));
    expect(new Set(links.map(({ page }) => page))).toEqual(new Set([0]));
  });

  test('cells of a table with spans name heads that exist', () => {
    const tree = treeOf('spans');
    const named = elementsOfType(tree, 'TH').flatMap(({ entries }) => entries.get('ID') ?? []);
    const tables = elementsOfType(tree, 'TD').map(({ entries }) => entries.get('A') ?? null);
    const headers = tables.flatMap((own) => (own !== null && isDictionary(own) ? (own.get('Headers') ?? []) : []));
    expect(headers.length).toBeGreaterThan(0);
    for (const header of headers) expect(named).toContainEqual(header);
  });
});

describe('scripts', () => {
  const rtl = { language: 'ar', direction: 'rtl' } as const;

  test('Arabic is read back in the order in which it is read', () => {
    const texts = finished('handout-ar', rtl).blocks.map(({ text }) => text);
    expect(texts[0]).toBe('كمادات دافئة');
    expect(texts[1]).toContain('استخدمها 15 دقيقة، 20 على الأكثر. اتصل على الرقم 112 عند الطوارئ.');
    expect(texts).toContain('1.');
    expect(texts).toContain('15 دقيقة');
  });

  test('an Arabic link says its text in that order too', () => {
    expect(annotationsOf(finished('handout-ar', rtl).bytes).map(({ contents }) => contents)).toContain('القسم الأول');
  });

  test('phrases of other scripts keep their place in English text', () => {
    const texts = finished('mixed').blocks.map(({ text }) => text);
    expect(texts).toContain('English كلمة عربية and עברית, français, office fluffy ffi.');
  });

  test('Devanagari is read back as it was written', () => {
    const texts = finished('devanagari', { language: 'hi' }).blocks.map(({ text }) => text);
    expect(texts[1]).toBe('गर्म सेंक से दर्द कुछ समय के लिए कम हो सकता है। क्षत्रिय, विद्यार्थी, कर्त्तव्य।');
  });

  test('a right-to-left document opens right to left', () => {
    const { file, catalog } = catalogOf(finished('handout-ar', rtl).bytes);
    expect(file.name(file.dictionary(catalog.get('ViewerPreferences'))?.get('Direction'))).toBe('R2L');
  });
});

test('ninety nested lists are ninety nested lists', () => {
  const shape = shapeOf(treeOf('deep-lists'));
  expect(shape.match(/L\(LI\(Lbl LBody/g)).toHaveLength(90);
});

describe('guards', () => {
  test.each([
    ['bad-opacity', 'transparency-group', 'opacity'],
    ['bad-glyph', 'missing-glyph', 'on page 1 after `Missing: `'],
    ['bad-alt', 'figure-without-alt', 'page 1'],
    ['bad-field', 'field-name', '`a`'],
  ])('%s is refused as %s', (name, code, words) => {
    expect(() => finished(name)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }));
  });

  test('a PDF without tags is refused', () => {
    const untagged = raw('bad-alt')
      .toString('latin1')
      .replace(/\/StructTreeRoot (?=\d)/, '/StructTreeR00t ');
    expect(() => finish(Buffer.from(untagged, 'latin1'), options)).toThrow(
      expect.objectContaining({ code: 'unexpected-pdf' }),
    );
  });
});

test.each(['handout', 'handout-ar', 'links', 'long-table', 'mixed', 'spans', 'tracker', 'devanagari', 'deep-lists'])(
  'the smallest glyphs of %s are those that the finished file shows',
  (name) => {
    const { smallest, bytes } = finished(name);
    const shown = smallestGlyphs(bytes);
    expect(smallest.text).toBeCloseTo(shown.text, 2);
    if (smallest.margins === null) expect(shown.margins).toBe(Infinity);
    else expect(smallest.margins).toBeCloseTo(shown.margins, 2);
  },
);

test('fonts are told by the names that the file gives them', () => {
  expect(finished('long-table').fonts).toEqual(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']);
});
