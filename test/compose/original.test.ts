import path from 'node:path';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/compose.ts';
import { editionIds, type Library, type Order } from '../../scripts/model.ts';
import { planOrders } from '../../scripts/plan/orders.ts';
import { parseMarkdown } from '../../scripts/read/markdown.ts';
import { readLibrary } from '../../scripts/read/library.ts';

const cwd = path.resolve(import.meta.dirname, '../..');
const library = await readLibrary(path.join(cwd, 'content'), { cwd, only: ['upper-back-pain'] });

function ordersIn(language: string, place: string, from: Library = library): readonly Order[] {
  const { orders } = planOrders(from, {
    languages: [language],
    places: [place],
    editions: [],
    papers: ['a4'],
    clinics: ['none'],
    today: '2026-06-01',
    unreviewed: true,
    incomplete: new Set(),
  });
  return orders;
}

/** Elements of a composed product that are in the original's language, each with its text. */
function originalsOf(order: Order, from: Library = library) {
  const { publication, findings } = compose(order, from);
  const found: { lang: unknown; dir: unknown; text: string; element: Element }[] = [];
  let text = '';
  for (const { body } of publication.documents) {
    const root: Root = { type: 'root', children: [...body] };
    text += toString(root);
    visit(root, 'element', (element) => {
      const { className, lang, dir } = element.properties;
      if (Array.isArray(className) && className.includes('original'))
        found.push({ lang, dir, text: toString(element).replace(/\s+/g, ' ').trim(), element });
    });
  }
  return { found, text, errors: findings.filter(({ severity }) => severity === 'error') };
}

const first = {
  es: 'dolor repentino, intenso, de espalda o vientre',
  ar: 'ألم شديد مفاجئ بالظهر أو البطن',
} as const;

test.each([
  ['es', 'GB', 'en-GB', '999', 'chest pain or tightness, or back pain with sweating, sickness'],
  ['ar', 'GB', 'en-GB', '999', 'chest pain or tightness, or back pain with sweating, sickness'],
  ['ar', 'IE', 'en-GB', '112 or 999', 'chest pain or tightness, or back pain with sweating, sickness'],
  ['es', 'US', 'en-US', '911', 'chest pain or tightness, or back pain with sweating, nausea'],
] as const)(
  'a machine’s %s in %s has its emergency card in %s too, in every edition',
  (tag, place, form, dial, sign) => {
    const orders = ordersIn(tag, place);
    expect([...new Set(orders.map(({ edition }) => edition))].sort()).toEqual([...editionIds].sort());
    for (const order of orders) {
      const { found, text, errors } = originalsOf(order);
      expect(errors).toEqual([]);
      expect(text).toContain(first[tag]);
      expect(found[0]?.text).toBe(`Now: call ${dial} · Any one of these`);
      expect(found.map(({ text: own }) => own).join('\n')).toContain(sign);
      expect(new Set(found.map(({ lang, dir }) => `${String(lang)} ${String(dir)}`))).toEqual(new Set([`${form} ltr`]));
      // Seven signs below seven, or on the checklist all of them below all.
      const asWhole = ['checklist', 'large-print', 'booklet'].includes(order.edition);
      expect(found).toHaveLength(asWhole ? 2 : 8);
    }
  },
);

test('once somebody named has reviewed it the card is in one language', () => {
  for (const order of ordersIn('ar', 'GB')) {
    expect(originalsOf({ ...order, status: 'reviewed' }).found).toEqual([]);
    expect(originalsOf({ ...order, status: 'expired' }).found).not.toEqual([]);
    expect(originalsOf({ ...order, status: 'incomplete' }).found).not.toEqual([]);
  }
});

test('on paper the steps open page 2, and page 1 has its place whole again once it is reviewed', () => {
  for (const order of ordersIn('es', 'GB').filter(({ edition }) => edition === 'handout' || edition === 'guide')) {
    expect(pageOneOf(order)).not.toContain('Muévase con suavidad');
    expect(originalsOf(order).text).toContain('Muévase con suavidad');
    expect(pageOneOf({ ...order, status: 'reviewed' })).toContain('Muévase con suavidad');
  }
});

/** The text of what must fit on page 1. */
function pageOneOf(order: Order): string {
  let text = '';
  for (const { body } of compose(order, library).publication.documents)
    visit({ type: 'root', children: [...body] } satisfies Root, 'element', (element) => {
      if (element.properties['dataOnePage'] !== undefined) text = toString(element);
    });
  return text;
}

test('a text that a person wrote is in one language, reviewed or not', () => {
  for (const order of [...ordersIn('en-GB', 'GB'), ...ordersIn('en-US', 'US')])
    expect(originalsOf(order).found).toEqual([]);
});

test('the other cards and the checklist’s rows stay in one language', () => {
  for (const order of ordersIn('es', 'GB')) {
    expect(originalsOf(order).text).not.toContain('Today: call your GP');
    expect(originalsOf(order).text).not.toContain('yellow skin');
  }
});

test('where the signs do not pair, the original stands below as a whole: none is left out', () => {
  const [guide] = library.guides;
  const spanish = guide?.translations.get('es');
  if (!guide || !spanish) throw new Error('Expected the guide in Spanish');
  const sections = spanish.sections.map((section) => {
    const source = section.source.replace(/^- piernas débiles.*\n/m, '');
    return source === section.source ? section : { ...section, source, tree: parseMarkdown(source) };
  });
  const translations = new Map([...guide.translations, ['es', { ...spanish, sections }] as const]);
  const shorter = { ...library, guides: [{ ...guide, translations }] };
  const [web] = ordersIn('es', 'GB', shorter).filter(({ edition }) => edition === 'web');
  if (!web) throw new Error('Expected a web page');
  const { found, errors } = originalsOf(web, shorter);
  expect(errors).toEqual([]);
  expect(found).toHaveLength(2);
  expect(found[1]?.element).toMatchObject({ tagName: 'div', properties: { lang: 'en-GB', dir: 'ltr' } });
  expect(found[1]?.text).toContain('new weak, heavy, clumsy legs');
});
