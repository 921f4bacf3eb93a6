import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { View } from '../../templates/view.ts';
import { fill } from '../../templates/words.ts';
import { citedKeys } from './blocks.ts';

/** Turns the marker elements that templates passed on into what this edition prints, in place. */
export function resolveMarks(root: Root, view: View): void {
  const numbers = new Map(view.sources.map((source) => [source.key, source]));
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName === 'input' && view.paper === null && index !== undefined && parent) {
      parent.children.splice(index, 1, taskBox(element, view));
      return SKIP;
    }
    if (!element.tagName.startsWith('gp-') || index === undefined || !parent) return undefined;
    const made = resolve(element, view, numbers);
    parent.children.splice(index, 1, ...made);
    // The marker's children stand in its place now and may hold markers themselves.
    return [SKIP, index];
  });
}

type Numbers = ReadonlyMap<string, View['sources'][number]>;

function resolve(mark: Element, view: View, numbers: Numbers): ElementContent[] {
  switch (mark.tagName) {
    case 'gp-fact':
      return [element(mark, 'span', { className: ['fact'] }, mark.children)];
    case 'gp-phone':
      return [phone(mark, view)];
    case 'gp-cite':
      return citation(mark, view, numbers);
    case 'gp-note-ref':
      return [noteReference(mark, view)];
    case 'gp-gap':
      return [
        element(mark, 'span', { className: ['gap'] }, [text(fill(view.words.missing, { what: toString(mark) }))]),
      ];
    default:
      // A figure inside a list or a quote: a picture and its caption.
      return [element(mark, 'div', { className: ['inline-figure'] }, mark.children)];
  }
}

/**
 * On paper a number is words; on a screen it is dialled by a touch. In right-to-left text it still runs from left to right:
 * `1-800-222-1222` would read `1222-222-800-1` (UAX #9, W4).
 */
function phone(mark: Element, view: View): Element {
  const dial = mark.properties['dataDial'];
  const properties = { className: ['phone'], ...(view.direction === 'rtl' ? { dir: 'auto' } : {}) };
  return view.paper === null && typeof dial === 'string'
    ? element(mark, 'a', { ...properties, href: `tel:${dial}` }, mark.children)
    : element(mark, 'strong', properties, mark.children);
}

/** `[1, 2]`, each number a link to its source; nothing where the edition prints no sources. */
function citation(mark: Element, view: View, numbers: Numbers): ElementContent[] {
  const cited = citedKeys(mark).flatMap((key) => numbers.get(key) ?? []);
  if (cited.length === 0 || view.edition === 'checklist') return [];
  const links = cited.flatMap((source, index) => [
    ...(index > 0 ? [text(', ')] : []),
    element(
      mark,
      'a',
      { href: `#${source.id}`, role: 'doc-biblioref', ariaLabel: fill(view.words.sourceLink, { n: source.number }) },
      [text(String(source.number))],
    ),
  ]);
  return [element(mark, 'span', { className: ['cite'] }, [text('['), ...links, text(']')])];
}

function noteReference(mark: Element, view: View): Element {
  const { dataNumber: n, dataHref: href, dataId: id } = mark.properties;
  const link = element(
    mark,
    'a',
    {
      href: String(href),
      id: id === undefined ? undefined : String(id),
      role: 'doc-noteref',
      ariaLabel: fill(view.words.noteLink, { n: String(n) }),
    },
    [text(String(n))],
  );
  return element(mark, 'sup', { className: ['note-ref'] }, [link]);
}

/** A box of a task list says in words what it shows; on paper the press makes it a field to tick. */
function taskBox(input: Element, view: View): Element {
  const done = input.properties['checked'] === true;
  const ariaLabel = done ? view.words.taskDone : view.words.taskOpen;
  return element(input, 'span', { className: done ? ['box', 'done'] : ['box'], role: 'img', ariaLabel }, []);
}

function element(
  from: Element,
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children, ...(from.position ? { position: from.position } : {}) };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
