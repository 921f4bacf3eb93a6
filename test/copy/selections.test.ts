import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/compose.ts';
import { eachElement } from '../../scripts/compose/each.ts';
import { lettersOf } from '../../scripts/compose/printed-text.ts';
import type { Order } from '../../scripts/model.ts';
import { actionIds } from '../../scripts/plan/actions.ts';
import { checklistRows } from '../../templates/checklist.tsx';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { share } from '../long/share.ts';
import { ownOf, readChoices } from './cases.ts';

/*
 * Whatever is chosen, and whatever a clinic writes: what keeps a patient safe is there, word by word. What must be there is
 * read from the authors' own trees, and looked for in what is composed.
 */

const { library, cases } = await readChoices();
const noteAt = fc.constantFrom('front' as const, 'after-cards' as const);
const seen = { editions: new Set(), languages: new Set(), clinics: new Set(), places: new Set() };

test('cards, ask-first boxes, boxes of advice and whole actions are in every selection', { timeout: 480_000 }, () => {
  fc.assert(
    fc.property(cases, noteAt, (choice, noteAt) => {
      const { order, actions, note } = choice;
      const wished = ownOf(choice);
      const own = wished.own && { ...wished.own, noteAt };
      const { publication, findings } = compose({ ...wished, own }, library);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const bodies = publication.documents.flatMap(({ body }) => body);
      const said = lettersOf(toString({ type: 'root', children: bodies } satisfies Root));
      const shown = shownIn(order, actions);
      for (const words of wantedWords(order, shown)) expect(said).toContain(words);
      expect(shownActions(bodies, order)).toEqual(shown);
      if (note !== null) expect(noteLines(bodies)).toEqual(note.split(/\n+/));
      seen.editions.add(order.edition);
      seen.languages.add(order.language.tag);
      seen.clinics.add(order.clinic?.id);
      seen.places.add(order.country?.code);
    }),
    { numRuns: share({ normal: 2000, long: 20_000 }), seed: 11 },
  );
  expect(seen.editions.size).toBe(Object.keys(editions).length);
  expect(seen.languages.size).toBe(library.languages.size);
  expect(seen.clinics.size).toBe(library.clinics.size + 1);
  expect(seen.places.size).toBe(2);
});

/** Ids of the actions that a product shows: the chosen ones; else those of its sections, or as many as a checklist has rows. */
function shownIn({ translation, edition }: Order, actions: readonly string[] | null): readonly string[] {
  const { medium }: Edition = editions[edition];
  if (actions !== null) return actionIds(translation).filter((id) => actions.includes(id));
  if (medium === null) return actionIds(translation).slice(0, checklistRows);
  return actionIds({ ...translation, sections: translation.sections.filter((section) => section.in.includes(medium)) });
}

/** Letters of all runs of words that a product may not lack. */
function wantedWords(
  { translation, edition, country, language }: Order,
  shown: readonly string[],
): ReadonlySet<string> {
  const { medium }: Edition = editions[edition];
  const words = new Set<string>();
  const want = (node: Nodes): void => {
    visit(node, (paragraph) => {
      if (paragraph.type === 'paragraph' || paragraph.type === 'figure')
        for (const run of runsOf(paragraph, phoneOf)) words.add(lettersOf(run));
    });
  };
  const phoneOf = (service: string): string => {
    if (service !== 'emergency' && service !== 'urgent' && service !== 'poisons') return '';
    return country?.names[language.tag]?.[service] ?? country?.[service]?.say ?? '';
  };
  for (const { tree, in: media } of translation.sections) {
    const holds = tree.children.some((node) => isAction(node) && shown.includes(idOf(node)));
    for (const node of tree.children) {
      if (node.type !== 'containerDirective') continue;
      const isShown = isAction(node) && shown.includes(idOf(node));
      if (medium === null) {
        // The checklist has the emergency card, and of an action its row.
        if (node.name === 'emergency') want(node);
        if (isShown && node.children[0]) want(node.children[0]);
      } else {
        if (/^(?:emergency|urgent|routine|ask-first|steps)$/.test(node.name) || isShown) want(node);
        if (/^(?:do|dont)$/.test(node.name) && (holds || media.includes(medium))) want(node);
      }
    }
  }
  return words;
}

/** The words of a paragraph between what a machine adds: numbers of sources and notes. */
function runsOf(node: Nodes, phoneOf: (service: string) => string): readonly string[] {
  const runs = [''];
  visit(node, (one) => {
    if (one.type === 'text') runs.push(`${runs.pop() ?? ''}${one.value}`);
    if (one.type === 'phone') runs.push(`${runs.pop() ?? ''}${phoneOf(one.service)}`);
    if (one.type === 'citation' || one.type === 'footnoteReference') runs.push('');
  });
  return runs;
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
