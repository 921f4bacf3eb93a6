import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Clinic, Review } from '../../scripts/model.ts';
import { planOrders, type Wish } from '../../scripts/plan/orders.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { contentHash } from '../../scripts/review/content-hash.ts';

const cwd = path.resolve(import.meta.dirname, '../..');
const everything: Wish = {
  languages: ['en-GB'],
  places: [],
  editions: [],
  papers: [],
  today: '2026-06-01',
  incomplete: new Set(),
  clinics: ['none'],
};
const library = await readLibrary(path.join(cwd, 'content'), { cwd, only: ['upper-back-pain'] });

test('a guide is made into every edition it has content for, PDF editions on both papers', () => {
  const { orders, unmet } = planOrders(library, everything);
  expect(unmet).toEqual([]);
  expect(orders.map((order) => order.path)).toEqual([
    'upper-back-pain/en-GB/upper-back-pain-booklet-a4-reading.pdf',
    'upper-back-pain/en-GB/upper-back-pain-booklet-a4-sheets.pdf',
    'upper-back-pain/en-GB/upper-back-pain-booklet-letter-reading.pdf',
    'upper-back-pain/en-GB/upper-back-pain-booklet-letter-sheets.pdf',
    'upper-back-pain/en-GB/upper-back-pain-checklist-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-checklist-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-ebook.epub',
    'upper-back-pain/en-GB/upper-back-pain-guide-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-guide-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-handout-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-handout-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-large-print-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-large-print-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-web.html',
  ]);
});

test('an order needs the product whose pages it names, on its own paper where it has one, or that it is made of', () => {
  const needs = planOrders(library, everything).orders.flatMap(({ path: at, needs: needed }) =>
    needed ? [[path.basename(at), path.basename(needed.path)]] : [],
  );
  expect(needs).toEqual([
    ['upper-back-pain-booklet-a4-sheets.pdf', 'upper-back-pain-booklet-a4-reading.pdf'],
    ['upper-back-pain-booklet-letter-sheets.pdf', 'upper-back-pain-booklet-letter-reading.pdf'],
    ['upper-back-pain-ebook.epub', 'upper-back-pain-guide-a4.pdf'],
    ['upper-back-pain-large-print-a4.pdf', 'upper-back-pain-handout-a4.pdf'],
    ['upper-back-pain-large-print-letter.pdf', 'upper-back-pain-handout-letter.pdf'],
  ]);
});

test('the place is in the path only where it is not the language’s own region', () => {
  const [order] = planOrders(library, { ...everything, places: ['US'], editions: ['web'] }).orders;
  expect(order).toMatchObject({ path: 'upper-back-pain/en-GB-US/upper-back-pain-web.html', country: { code: 'US' } });
  expect(planOrders(library, { ...everything, editions: ['web'] }).orders[0]?.country?.code).toBe('GB');
});

test('an edition asked for by name that a guide has no content for is unmet, with what is missing', () => {
  const guides = library.guides.map((guide) => ({
    ...guide,
    translations: new Map(
      [...guide.translations].map(([tag, text]) => [
        tag,
        { ...text, sections: text.sections.filter(({ id }) => id === 'why-it-hurts') },
      ]),
    ),
  }));
  const bare = { ...library, guides };
  expect(planOrders(bare, everything).orders.map(({ edition }) => edition)).not.toContain('handout');
  expect(planOrders(bare, everything).unmet).toEqual([]);
  expect(planOrders(bare, { ...everything, editions: ['handout'] }).unmet).toMatchObject([
    { edition: 'handout', message: expect.stringContaining('in: [handout]') },
  ]);
});

describe('the status of a copy', () => {
  const [guide] = library.guides;
  const translation = guide?.translations.get('en-GB');
  const country = library.places.get('GB');
  if (!guide || !translation || !country) throw new Error('Expected the guide');

  const content = { guide, translation, country };

  function reviewBy(by: string, changes: Partial<Review> = {}): Review {
    const hash = contentHash(content, library);
    const dates = { date: '2026-01-01', next: '2027-01-01', file: 'reviews.yml', line: 1 };
    return { guide: 'upper-back-pain', language: 'en-GB', place: 'GB', hash, by, ...dates, ...changes };
  }

  /** Status and reviewer of the web page, by clinic. */
  function standing(reviews: readonly Review[], own: readonly Review[] = [], wish: Partial<Wish> = {}): unknown {
    const clinics = new Map([['example', { ...clinic, reviews: own }]]);
    const { orders } = planOrders(
      { ...library, reviews, clinics },
      { ...everything, clinics: [], editions: ['web'], ...wish },
    );
    return orders.map((order) => [order.clinic?.id ?? null, order.status, order.review?.by ?? null]);
  }

  test('is draft, reviewed until the date of the next review, expired after it', () => {
    const wish = { clinics: ['none'] };
    expect(standing([], [], wish)).toEqual([[null, 'draft', null]]);
    expect(standing([reviewBy('A')], [], { ...wish, today: '2027-01-01' })).toEqual([[null, 'reviewed', 'A']]);
    expect(standing([reviewBy('A')], [], { ...wish, today: '2027-01-02' })).toEqual([[null, 'expired', 'A']]);
  });

  test('is incomplete where errors are printed over, whoever has signed', () => {
    const wish = { clinics: ['none'], incomplete: new Set([guide]) };
    expect(standing([reviewBy('A')], [], wish)).toEqual([[null, 'incomplete', null]]);
  });

  test.each([
    ['hash', { hash: 'f'.repeat(64) }],
    ['guide', { guide: 'sleeping-well' }],
    ['language', { language: 'en-US' }],
    ['place', { place: 'IE' }],
    ['place, none', { place: null }],
  ])('is draft where only a review of another %s is there', (_, changes) => {
    expect(standing([reviewBy('A', changes)], [], { clinics: ['none'] })).toEqual([[null, 'draft', null]]);
  });

  test('rests on the clinic’s own review, else on the publisher’s; never the other way round', () => {
    const void_ = { hash: 'f'.repeat(64) };
    expect(standing([], [reviewBy('C')])).toEqual([
      ['example', 'reviewed', 'C'],
      [null, 'draft', null],
    ]);
    expect(standing([reviewBy('P')], [reviewBy('C')])).toEqual([
      ['example', 'reviewed', 'C'],
      [null, 'reviewed', 'P'],
    ]);
    expect(standing([reviewBy('P')])).toEqual([
      ['example', 'reviewed', 'P'],
      [null, 'reviewed', 'P'],
    ]);
    expect(standing([reviewBy('P')], [reviewBy('C', void_)])).toEqual([
      ['example', 'reviewed', 'P'],
      [null, 'reviewed', 'P'],
    ]);
    expect(standing([reviewBy('P', void_)], [reviewBy('C')])).toEqual([
      ['example', 'reviewed', 'C'],
      [null, 'draft', null],
    ]);
  });

  test('rests on the newest of several', () => {
    const older = reviewBy('Old', { date: '2025-01-01' });
    expect(standing([older, reviewBy('New')], [], { clinics: ['none'] })).toEqual([[null, 'reviewed', 'New']]);
    expect(standing([reviewBy('New'), older], [], { clinics: ['none'] })).toEqual([[null, 'reviewed', 'New']]);
  });

  test('of a plain folder is draft, though it bears the name of a guide', () => {
    const guides = [{ ...guide, plain: true }];
    const { orders } = planOrders({ ...library, guides, reviews: [reviewBy('A')] }, { ...everything, places: ['GB'] });
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['draft']));
  });

  test('of a machine translation: it is made where somebody has signed it, else only when asked for, as a draft', () => {
    const machine = { ...guide, machineTranslated: new Set(['en-GB']) };
    const hash = contentHash({ guide: machine, translation, country }, library);
    const made = (reviews: readonly Review[], wish: Partial<Wish> = {}): unknown =>
      planOrders(
        { ...library, guides: [machine], clinics: new Map([['example', clinic]]), reviews },
        { ...everything, clinics: [], editions: ['web'], ...wish },
      ).orders.map((order) => [order.clinic?.id ?? null, order.status]);
    const signed = reviewBy('A', { hash });
    expect(made([])).toEqual([]);
    expect(made([reviewBy('A', { hash: 'f'.repeat(64) })])).toEqual([]);
    expect(made([], { unreviewed: true })).toEqual([
      ['example', 'draft'],
      [null, 'draft'],
    ]);
    expect(made([signed])).toEqual([
      ['example', 'reviewed'],
      [null, 'reviewed'],
    ]);
    expect(made([signed], { places: ['US'] })).toEqual([]);
  });
});

const start = { line: 1, column: 1 };
const nowhere = { start, end: start };
const clinic: Clinic = {
  id: 'example',
  folder: '/content/clinics/example',
  file: 'content/clinics/example/clinic.yml',
  name: 'Example Clinic',
  place: 'GB',
  address: [],
  phones: [],
  hours: null,
  url: null,
  logo: null,
  colours: { brand: '#000000', brandTint: '#ffffff', onBrand: '#ffffff' },
  papers: null,
  languages: null,
  editions: null,
  positions: { brand: nowhere, 'brand-tint': nowhere, 'on-brand': nowhere, logo: nowhere, url: nowhere },
  reviews: [],
};

describe('clinics', () => {
  const own = 'upper-back-pain/en-GB/upper-back-pain-handout';
  const theirs = 'upper-back-pain/en-GB/example-clinic/upper-back-pain-handout';

  test('hand out what they say, in a folder of their own, beside the publisher’s products', () => {
    expect(paths({ clinics: [] })).toEqual([`${theirs}-a4.pdf`, `${own}-a4.pdf`, `${own}-letter.pdf`]);
    expect(paths({ clinics: ['example-clinic'] })).toEqual([`${theirs}-a4.pdf`]);
    expect(paths({ clinics: ['example-clinic'], papers: ['letter'] })).toEqual([`${theirs}-letter.pdf`]);
    expect(paths({ clinics: ['none'] })).toEqual([`${own}-a4.pdf`, `${own}-letter.pdf`]);
  });

  test('take the languages of their place; where it has none, the library’s', () => {
    expect([tags('GB'), tags('US'), tags('IE')]).toEqual([['en-GB'], ['en-US'], ['en-GB']]);
  });

  test('have nothing to do with a plain folder, unless one is asked for', () => {
    const plain = { ...library, guides: library.guides.map((guide) => ({ ...guide, plain: true })) };
    expect(paths({ clinics: [] }, plain)).toEqual([`${own}-a4.pdf`, `${own}-letter.pdf`]);
    expect(paths({ clinics: ['example-clinic'] }, plain)).toEqual([`${theirs}-a4.pdf`]);
  });
});

/** Paths of handouts. */
function paths(wish: Partial<Wish>, one = library): readonly string[] {
  return planOrders(one, { ...everything, editions: ['handout'], ...wish }).orders.map((order) => order.path);
}

/** Languages in which a clinic in a place hands out web pages. */
function tags(place: string): readonly string[] {
  const clinics = new Map(Array.from(library.clinics, ([id, clinic]) => [id, { ...clinic, place }]));
  const wish = { ...everything, languages: [], clinics: ['example-clinic'], editions: ['web'] as const };
  return planOrders({ ...library, clinics }, wish).orders.map(({ language }) => language.tag);
}
