import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import type { EditionId, Library, Medium, Order, Section, Translation } from '../../scripts/model.ts';
import { actionIds } from '../../scripts/plan/actions.ts';
import { planOrders } from '../../scripts/plan/orders.ts';
import { ownOrder } from '../../scripts/plan/own-order.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { factsPlaces, makeFactsLibrary } from '../facts/facts-library.ts';

/** An order as somebody may choose it: actions of one patient or all, sections in any media, any clinic. */
export interface Case {
  readonly order: Order;
  /** Null for a product for everybody. */
  readonly actions: readonly string[] | null;
  readonly note: string | null;
}

/** The library with two clinics more, its `content/` folder, and random choices of all of it. */
export interface Choices {
  readonly library: Library;
  readonly content: string;
  readonly cases: fc.Arbitrary<Case>;
}

/** Reads the library into memory from a copy that is gone when the process ends. */
export async function readChoices(): Promise<Choices> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'guidepress-choices-'));
  process.once('exit', () => rmSync(cwd, { recursive: true, force: true }));
  const content = await makeFactsLibrary(cwd);
  const library = await readLibrary(content, { cwd });
  const { orders } = planOrders(library, {
    languages: [...library.languages.keys()],
    places: factsPlaces,
    editions: Object.keys(editions) as EditionId[],
    papers: ['a4'],
    clinics: ['none', ...library.clinics.keys()],
    today: '2026-06-01',
    unreviewed: true,
    incomplete: new Set(),
  });
  return { library, content, cases: casesOf(orders.filter(({ variant }) => variant !== 'sheets')) };
}

const media: readonly Medium[] = ['handout', 'guide', 'ebook', 'web'];
const notes = ['Walk to the shop daily', 'One\ntwo\n\nthree', '<b>Not bold</b> [x](y) :::urgent'];

function casesOf(orders: readonly Order[]): fc.Arbitrary<Case> {
  const shapes = fc.oneof(
    { weight: 2, arbitrary: fc.constant((order: Order) => order) },
    { weight: 2, arbitrary: fc.array(fc.subarray([...media]), { minLength: 1, maxLength: 14 }).map(withMedia) },
    { weight: 1, arbitrary: fc.constant(welded) },
  );
  return fc.tuple(fc.constantFrom(...orders), shapes).chain(([order, shape]) => {
    const { personal }: Edition = editions[order.edition];
    const actions = fc.shuffledSubarray([...actionIds(order.translation)], { minLength: 1, maxLength: 8 });
    const chosen = personal ? fc.option(actions, { freq: 4 }) : fc.constant(null);
    const note = personal ? fc.option(fc.constantFrom(...notes)) : fc.constant(null);
    return fc.record({ order: fc.constant(shape(order)), actions: chosen, note });
  });
}

/** The sections in other media, in turn. */
function withMedia(all: readonly (readonly Medium[])[]): (order: Order) => Order {
  return (order) => {
    const sections = order.translation.sections.map((section, index) => ({
      ...section,
      in: all[index % all.length] ?? [],
    }));
    return { ...order, translation: { ...order.translation, sections } };
  };
}

const weldedOnes = new WeakMap<Translation, Translation>();

/** All of a guide as one long section of many parts, which is not in the handout: it comes in for its chosen actions alone. */
function welded(order: Order): Order {
  // Known ones are composed faster.
  const translation = weldedOnes.get(order.translation) ?? weld(order.translation);
  weldedOnes.set(order.translation, translation);
  return { ...order, translation };
}

function weld(translation: Translation): Translation {
  const [first, ...others] = translation.sections;
  if (!first) throw new Error('Expected a section');
  const parts = others.flatMap(({ tree }) =>
    tree.children
      .filter(({ type }) => type !== 'yaml')
      .map((node) =>
        node.type === 'heading' ? { ...node, depth: Math.min(6, node.depth + 1) as typeof node.depth } : node,
      ),
  );
  const section: Section = {
    ...first,
    in: ['guide'],
    tree: { ...first.tree, children: [...first.tree.children, ...parts] },
  };
  return { ...translation, sections: [section] };
}

/** The order for the one patient of a case. */
export function ownOf({ order, actions, note }: Case): Order {
  return ownOrder(order, { actions: actions ?? [], note });
}
