import { describe, expect, test } from 'vitest';
import type { PageSurvey, SurveyedContent } from '../../scripts/press/pdf/finish/content/survey-content.ts';
import { Name, PdfString, dictionary } from '../../scripts/press/pdf/finish/objects/pdf-object.ts';
import { applyCarriers, parseCarrier } from '../../scripts/press/pdf/finish/structure/apply-carriers.ts';
import { boundFigures } from '../../scripts/press/pdf/finish/structure/bound-figures.ts';
import { ContentIndex } from '../../scripts/press/pdf/finish/structure/content-index.ts';
import { cutRepeatedHeads } from '../../scripts/press/pdf/finish/structure/cut-repeated-heads.ts';
import { dropDecoration } from '../../scripts/press/pdf/finish/structure/drop-decoration.ts';
import { groupParagraphs } from '../../scripts/press/pdf/finish/structure/group-paragraphs.ts';
import { guardContent } from '../../scripts/press/pdf/finish/structure/guard-content.ts';
import { itemiseLists } from '../../scripts/press/pdf/finish/structure/itemise-lists.ts';
import { liftNonStruct } from '../../scripts/press/pdf/finish/structure/lift-non-struct.ts';
import { linkHeaders } from '../../scripts/press/pdf/finish/structure/link-headers.ts';
import { normaliseStructure } from '../../scripts/press/pdf/finish/structure/normalise-structure.ts';
import { numberLists } from '../../scripts/press/pdf/finish/structure/number-lists.ts';
import { readBlocks } from '../../scripts/press/pdf/finish/structure/read-blocks.ts';
import { settleFigures } from '../../scripts/press/pdf/finish/structure/settle-figures.ts';
import {
  elementsOf,
  isElement,
  makeElement,
  type StructureChild,
  type StructureElement,
} from '../../scripts/press/pdf/finish/structure/structure-element.ts';

/** Trees are written as elements of texts; each text is marked content, `image` and `drawing` are what they say. */
class Book {
  readonly #pages: Map<number, SurveyedContent>[] = [];

  text(text: string, page = 0): StructureChild {
    return this.#put(page, { text, kind: 'text', extent: [0, 0, 10, 10], smallest: 10 });
  }

  image(page = 0): StructureChild {
    return this.#put(page, { text: '', kind: 'image', extent: [1, 2, 3.456, 4], smallest: Infinity });
  }

  drawing(page = 0): StructureChild {
    return this.#put(page, { text: '', kind: 'drawing', extent: null, smallest: Infinity });
  }

  contents(): ContentIndex {
    const surveys = this.#pages.map((contents): PageSurvey => ({
      contents,
      untagged: [],
      smallestUntagged: Infinity,
    }));
    return new ContentIndex(surveys);
  }

  #put(page: number, content: SurveyedContent): StructureChild {
    while (this.#pages.length <= page) this.#pages.push(new Map());
    const contents = this.#pages[page] ?? new Map();
    const mcid = contents.size;
    contents.set(mcid, content);
    return { kind: 'content', page, mcid };
  }
}

const element = (type: string, ...children: readonly StructureChild[]): StructureElement =>
  makeElement(type, children, 'en');
const changed = (base: StructureElement, changes: Partial<StructureElement>): StructureElement => ({
  ...base,
  ...changes,
});

/** `P(# Span(#))`, with `#` for content. */
function shape(child: StructureChild): string {
  if (!isElement(child)) return '#';
  return child.children.length > 0 ? `${child.type}(${child.children.map(shape).join(' ')})` : child.type;
}

/** A cell with one line of text that Chromium printed on several pages. */
const cellOf = (book: Book, type: string, texts: readonly string[]) =>
  element(type, element('NonStruct', ...texts.map((text, page) => book.text(text, page))));

const grid = (attributes: Record<string, number>) => {
  const head = changed(element('TH'), { id: 'node0042' });
  const headers = dictionary({ O: new Name('Table'), Headers: [new PdfString('node0042')], ...attributes });
  return element(
    'Table',
    element('TR', head),
    element('TR', changed(element('TD'), { attributes: new Map([['Table', headers]]) })),
  );
};

describe('carriers', () => {
  test.each([
    ['en-GB-x-note-a', 'en-GB', ['note', 'a']],
    ['ar', 'ar', []],
    ['de-x-twain', 'de-x-twain', []],
    [null, 'en', []],
    ['', 'en', []],
  ])('%s is language %s with carrier %j', (tag, language, carrier) => {
    expect(parseCarrier(tag, 'en')).toEqual({ language, carrier });
  });

  test('a carrier gives the structure type, a note its id, a description list its numbering', () => {
    const book = new Book();
    const tree = element(
      'Document',
      changed(element('NonStruct', book.text('a')), { carrier: ['note', 'a', 'b'] }),
      changed(element('NonStruct', book.text('b')), { carrier: ['dl'] }),
    );
    const [note, list] = [...elementsOf(applyCarriers(tree, book.contents()))].slice(1);
    expect(note).toMatchObject({ type: 'Note', id: 'note-a-b' });
    expect(list?.attributes.get('List')?.get('ListNumbering')).toEqual(new Name('None'));
  });

  test('what asks to be an artifact leaves the tree, on purpose', () => {
    const book = new Book();
    const tree = element('Document', changed(element('NonStruct', book.text('decor')), { carrier: ['art'] }));
    const contents = book.contents();
    const applied = applyCarriers(tree, contents);
    expect(shape(applied)).toBe('Document');
    expect(() => guardContent(applied, contents)).not.toThrow();
  });
});

test('text that leaves the tree unnoticed is an error that quotes it', () => {
  const book = new Book();
  book.text('Call 112', 1);
  expect(() => guardContent(element('Document'), book.contents())).toThrow('on page 2: `Call 112`');
});

test('borders leave the tree, drawings of figures and labels stay', () => {
  const book = new Book();
  const tree = element(
    'Document',
    element('P', book.drawing()),
    element('Figure', element('NonStruct', book.drawing())),
    element('Lbl', book.drawing()),
  );
  expect(shape(dropDecoration(tree, book.contents()))).toBe('Document(P Figure(NonStruct(#)) Lbl(#))');
});

describe('elements that say nothing', () => {
  test('NonStruct is lifted away, however deep', () => {
    const book = new Book();
    const tree = element(
      'Document',
      element('NonStruct', element('P', element('NonStruct', element('NonStruct', book.text('a'))))),
    );
    expect(shape(liftNonStruct(tree))).toBe('Document(P(#))');
  });

  test('a change of language stays, as a Span in a line and as a Div around blocks', () => {
    const book = new Book();
    const spanish = { language: 'es' };
    const tree = element(
      'Document',
      element('P', changed(element('NonStruct', book.text('a')), spanish)),
      changed(element('NonStruct', changed(element('P', book.text('b')), spanish)), spanish),
    );
    expect(shape(liftNonStruct(tree))).toBe('Document(P(Span(#)) Div(P(#)))');
  });

  test('empty elements go, empty cells stay', () => {
    expect(
      shape(liftNonStruct(element('Document', element('P'), element('Table', element('TR', element('TD')))))),
    ).toBe('Document(Table(TR(TD)))');
  });

  test('a link without an annotation is text', () => {
    const book = new Book();
    expect(shape(liftNonStruct(element('P', element('Link', book.text('a')))))).toBe('P(#)');
  });
});

describe('figures', () => {
  test('the figure around a picture becomes a Div', () => {
    const book = new Book();
    const picture = changed(element('Figure', book.image()), { alt: 'A hand' });
    const tree = element('Document', element('Figure', picture, element('Caption', book.text('a'))));
    expect(shape(settleFigures(tree, book.contents()))).toBe('Document(Div(Figure(#) Caption(#)))');
  });

  test('a figure of text alone becomes a Div', () => {
    const book = new Book();
    expect(shape(settleFigures(element('Document', element('Figure', book.text('a'))), book.contents()))).toBe(
      'Document(Div(#))',
    );
  });

  test('a picture without words is an error that names the page', () => {
    const book = new Book();
    const tree = element('Document', element('Figure', book.image(2)));
    expect(() => settleFigures(tree, book.contents())).toThrow(
      expect.objectContaining({ code: 'figure-without-alt', message: expect.stringContaining('page 3') }),
    );
  });

  test('a figure says where it stands', () => {
    const book = new Book();
    const figure = boundFigures(element('Figure', book.image()), book.contents());
    expect(figure.attributes.get('Layout')?.get('BBox')).toEqual([1, 2, 3.46, 4]);
  });
});

describe('lists', () => {
  test('an item is labels, then one body', () => {
    const book = new Book();
    const item = element(
      'LI',
      element('Lbl', book.text('1.')),
      book.text('a'),
      element('L', element('LI', book.text('b'))),
    );
    expect(shape(itemiseLists(element('L', item)))).toBe('L(LI(Lbl(#) LBody(# L(LI(LBody(#))))))');
  });

  test('what stands in no item begins one at each label', () => {
    const book = new Book();
    const list = element(
      'L',
      element('Lbl', book.text('a')),
      element('LBody', book.text('b')),
      element('Lbl', book.text('c')),
      book.text('d'),
    );
    expect(shape(itemiseLists(list))).toBe('L(LI(Lbl(#) LBody(#)) LI(Lbl(#) LBody(#)))');
  });

  test.each([
    ['•', 'Disc'],
    ['1.', 'Decimal'],
    ['١.', 'Decimal'],
    ['b)', 'LowerAlpha'],
    ['B.', 'UpperAlpha'],
    ['ii.', 'LowerRoman'],
    ['IV.', 'UpperRoman'],
  ])('a list that begins with %s is numbered %s', (label, system) => {
    const book = new Book();
    const list = element('L', element('LI', element('Lbl', book.text(label)), element('LBody', book.text('a'))));
    expect(numberLists(list, book.contents()).attributes.get('List')?.get('ListNumbering')).toEqual(new Name(system));
  });

  test('a drawn label says that it is a bullet', () => {
    const book = new Book();
    expect(numberLists(element('Lbl', book.drawing()), book.contents()).actualText).toBe('•');
  });
});

describe('tables', () => {
  test('a repeated head stays on its first page alone', () => {
    const book = new Book();
    const table = element('Table', element('TR', cellOf(book, 'TH', ['Day', 'Day', 'Day'])));
    const contents = book.contents();
    const cut = cutRepeatedHeads(table, contents);
    expect(contents.textOf(cut)).toBe('Day');
    expect(() => guardContent(cut, contents)).not.toThrow();
  });

  test('a cell that goes on over the page keeps all its text', () => {
    const book = new Book();
    const table = element('Table', element('TR', cellOf(book, 'TD', ['first ', 'second'])));
    const contents = book.contents();
    expect(contents.textOf(cutRepeatedHeads(table, contents))).toBe('first second');
  });

  test('pictures of a cell that goes on over the page stay, though none has text', () => {
    const book = new Book();
    const pictures = [0, 1].map((page) => changed(element('Figure', book.image(page)), { alt: 'A star' }));
    const cell = element('TD', ...pictures);
    expect(shape(cutRepeatedHeads(cell, book.contents()))).toBe('TD(Figure(#) Figure(#))');
  });

  test('cells of a table with spans name their heads by ids of their own', () => {
    const elements = [...elementsOf(linkHeaders(element('Document', grid({ ColSpan: 2 }))))];
    const cell = elements.find(({ type }) => type === 'TD');
    expect(elements.find(({ type }) => type === 'TH')?.id).toBe('th1');
    expect(cell?.attributes.get('Table')?.get('Headers')).toEqual([new PdfString('th1')]);
  });

  test('cells of a plain table name no heads', () => {
    const elements = [...elementsOf(linkHeaders(grid({})))];
    expect(elements.map(({ id }) => id)).toEqual([null, null, null, null, null]);
    expect(elements.every(({ attributes }) => attributes.size === 0)).toBe(true);
  });
});

describe('paragraphs', () => {
  test('loose text in a section becomes paragraphs around its blocks', () => {
    const book = new Book();
    const section = element(
      'Sect',
      book.text('a'),
      element('Em', book.text('b')),
      element('P', book.text('c')),
      book.text('d'),
    );
    expect(shape(groupParagraphs(section))).toBe('Sect(P(# Em(#)) P(#) P(#))');
  });

  test('a cell of text alone needs none', () => {
    const book = new Book();
    expect(shape(groupParagraphs(element('TD', book.text('a'))))).toBe('TD(#)');
  });

  test('the label of a note stands before its paragraphs', () => {
    const book = new Book();
    const note = element('Note', element('Lbl', book.text('1.')), book.text('a'), element('P', book.text('b')));
    expect(shape(groupParagraphs(note))).toBe('Note(Lbl(#) P(#) P(#))');
  });
});

describe('blocks', () => {
  test('text is parted where blocks begin and end, and a figure speaks its words', () => {
    const book = new Book();
    const figure = changed(element('Figure', book.image(1)), { alt: 'A hand' });
    const tree = element(
      'Document',
      element('P', book.text('Walk  '), element('Strong', book.text('now')), figure, book.text(' then rest')),
    );
    expect(readBlocks(tree, book.contents())).toEqual([
      { type: 'P', text: 'Walk now', page: 0 },
      { type: 'Figure', text: 'A hand', page: 1 },
      { type: 'P', text: 'then rest', page: 0 },
    ]);
  });
});

test('lists 500 deep neither overflow the stack nor cost their depth squared', () => {
  const book = new Book();
  let tree: StructureElement = element('P', book.text('end'));
  for (let depth = 0; depth < 500; depth += 1) {
    tree = element(
      'L',
      element('LI', element('NonStruct', element('Lbl', book.text('•'))), element('NonStruct', tree)),
    );
  }
  const contents = book.contents();
  const start = performance.now();
  const normal = normaliseStructure(element('Document', tree), contents);
  expect(readBlocks(normal, contents)).toHaveLength(501);
  expect(performance.now() - start).toBeLessThan(2000);
});
