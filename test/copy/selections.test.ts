import path from 'node:path';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/compose.ts';
import { eachElement } from '../../scripts/compose/each.ts';
import { lettersOf } from '../../scripts/compose/printed-text.ts';
import type { EditionId, Order, Section } from '../../scripts/model.ts';
import { actionIds } from '../../scripts/plan/actions.ts';
import { planOrders } from '../../scripts/plan/orders.ts';
import { ownOrder } from '../../scripts/plan/own-order.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { share } from '../long/share.ts';

/*
 * Whatever is chosen, and whatever a clinic writes: what keeps a patient safe is there, word by word. What must be there is
 * read from the authors' own trees, and looked for in what is composed.
 */

const cwd = path.resolve(import.meta.dirname, '../..');
const library = await readLibrary(path.join(cwd, 'content'), { cwd });
const personal = (Object.values(editions) satisfies Edition[]).filter((edition: Edition) => edition.personal);
const { orders } = planOrders(library, {
  languages: [],
  places: [],
  editions: personal.map(({ id }): EditionId => id),
  papers: ['a4'],
  clinics: ['none'],
  today: '2026-06-01',
  unreviewed: true,
  incomplete: new Set(),
});

/** All of a guide as one long section of many parts, which is not in the handout: it comes in for its chosen actions alone. */
function welded(order: Order): Order {
  const [first, ...others] = order.translation.sections;
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
  return { ...order, translation: { ...order.translation, sections: [section] } };
}

const subjects = orders.flatMap((order) => [order, welded(order)]);

/** An order with some of its actions, any order and number of them. */
const choices = fc
  .constantFrom(...subjects)
  .chain((order) =>
    fc
      .shuffledSubarray([...actionIds(order.translation)], { minLength: 1, maxLength: 8 })
      .map((actions) => ({ order, actions })),
  );
const notes = fc.option(
  fc.constantFrom('Walk to the shop daily', 'One\ntwo\n\nthree', '<b>Not bold</b> [x](y) :::urgent'),
);

test('cards, ask-first boxes, boxes of advice and whole actions are in every selection', { timeout: 240_000 }, () => {
  expect(new Set(orders.map(({ edition }) => edition)).size).toBe(personal.length);
  fc.assert(
    fc.property(choices, notes, fc.constantFrom('front', 'after-cards'), ({ order, actions }, note, noteAt) => {
      const wished = ownOrder(order, { actions, note });
      if (wished.own === null) throw new Error('Expected a selection');
      const { publication, findings } = compose({ ...wished, own: { ...wished.own, noteAt } }, library);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const bodies = publication.documents.flatMap(({ body }) => body);
      const said = lettersOf(toString({ type: 'root', children: bodies } satisfies Root));
      for (const words of wantedWords(order, new Set(actions))) expect(said).toContain(words);
      const inOrder = actionIds(order.translation).filter((id) => actions.includes(id));
      expect(shownActions(bodies, order)).toEqual(inOrder);
      if (note !== null) expect(noteLines(bodies)).toEqual(note.split(/\n+/));
    }),
    { numRuns: share({ normal: 600, long: 20_000 }), seed: 11 },
  );
});

/** Letters of all texts that a copy may not lack. */
function wantedWords({ translation, edition }: Order, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const { medium }: Edition = editions[edition];
  const words = new Set<string>();
  const want = (node: Nodes): void =>
    visit(node, 'text', ({ value }) => {
      words.add(lettersOf(value));
    });
  for (const { tree, in: media } of translation.sections) {
    const holds = tree.children.some((node) => isAction(node) && chosen.has(idOf(node)));
    for (const node of tree.children) {
      if (node.type !== 'containerDirective') continue;
      if (medium === null) {
        // The checklist has the emergency card, and of an action its row.
        if (node.name === 'emergency') want(node);
        if (isAction(node) && chosen.has(idOf(node)) && node.children[0]) want(node.children[0]);
      } else {
        if (/^(?:emergency|urgent|routine|ask-first|steps)$/.test(node.name)) want(node);
        if (isAction(node) && chosen.has(idOf(node))) want(node);
        if (/^(?:do|dont)$/.test(node.name) && (holds || media.includes(medium))) want(node);
      }
    }
  }
  return words;
}

function isAction(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'action';
}

function idOf(node: Nodes): string {
  return node.type === 'containerDirective' ? (node.attributes?.['id'] ?? '') : '';
}

/** Ids of the actions that are printed, in order: as blocks, or as rows of boxes. */
function shownActions(bodies: readonly Element[], { translation }: Order): readonly string[] {
  const known = actionIds(translation);
  const shown: string[] = [];
  eachElement(bodies, ({ properties }) => {
    const field = typeof properties['dataField'] === 'string' ? properties['dataField'].replace(/-1$/, '') : null;
    const id = field ?? properties['id'];
    if (typeof id === 'string' && known.includes(id)) shown.push(id);
  });
  return shown;
}

function noteLines(bodies: readonly Element[]): readonly string[] {
  const lines: string[] = [];
  eachElement(bodies, ({ properties, children }) => {
    if (!Array.isArray(properties['className']) || !properties['className'].includes('from-clinic')) return;
    eachElement(children, (element) => {
      if (element.tagName !== 'p') return;
      for (const child of element.children) if (child.type === 'text') lines.push(child.value);
    });
  });
  return lines;
}
