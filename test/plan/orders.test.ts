import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planOrders, type Wish } from '../../scripts/plan/orders.ts';
import { readLibrary } from '../../scripts/read/library.ts';

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
    'upper-back-pain/en-GB/upper-back-pain-checklist-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-checklist-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-ebook.epub',
    'upper-back-pain/en-GB/upper-back-pain-guide-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-guide-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-handout-a4.pdf',
    'upper-back-pain/en-GB/upper-back-pain-handout-letter.pdf',
    'upper-back-pain/en-GB/upper-back-pain-web.html',
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

test('the status is draft, reviewed until its date, expired after, incomplete where errors are printed over', () => {
  const [guide] = library.guides;
  if (!guide) throw new Error('Expected the guide');
  const reviewed = { ...guide, review: { last: '2026-01-01', next: '2027-01-01', by: 'A person' } };
  const status = (one: typeof guide, wish: Partial<Wish> = {}): unknown =>
    planOrders({ ...library, guides: [one] }, { ...everything, ...wish }).orders[0]?.status;
  expect(status({ ...guide, review: null })).toBe('draft');
  expect(status(reviewed)).toBe('reviewed');
  expect(status(reviewed, { today: '2027-01-02' })).toBe('expired');
  expect(status(reviewed, { incomplete: new Set([reviewed]) })).toBe('incomplete');
});

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
