import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { raw } from 'hast-util-raw';
import type { FootnoteDefinition, Root } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Country, Section } from '../model.ts';
import { htmlSchema } from '../read/raw-html.ts';
import { eachElement } from './each.ts';
import { tidyTables } from './tables.ts';
import type { Citation, FactLink, Figure, Phone } from '../syntax.ts';
import { headingIds } from '../anchors.ts';

/*
 * Markdown tree to hast. What only templates can print stays a marker element, `gp-…`; blocks.ts takes them apart.
 * An author cannot write a marker: raw HTML is cleaned when it is read.
 */

/** What the text of one section needs from outside. */
export interface TextContext {
  readonly country: Country | null;
  readonly language: string;
  /** Printed where a number is not known. */
  readonly blank: string;
  /** What a picture without words is called, by its asset: nothing where an author decided so. */
  readonly callPicture: (asset: string) => string;
  /** The id that an internal link means (`#a`, `b.md#a`), or null where there is no such place. */
  readonly target: (url: string, section: Section) => string | null;
}

/** A section's tree as hast, and its footnotes in the order of their first use. */
export interface SectionHast {
  readonly children: readonly ElementContent[];
  readonly notes: readonly { readonly identifier: string; readonly children: readonly ElementContent[] }[];
}

/** Translates one section: phones and links resolved, raw HTML merged and sanitised, positions kept. */
export function sectionToHast(section: Section, context: TextContext): SectionHast {
  const order: string[] = [];
  const options = {
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: handlersFor(section, context, order),
  };
  const convert = (tree: Root): ElementContent[] => resolved(clean(toHast(tree, options), tree), section, context);
  const children = convert(section.tree);
  const definitions = new Map<string, FootnoteDefinition>();
  visit(section.tree, 'footnoteDefinition', (node) => {
    definitions.set(node.identifier.toUpperCase(), node);
  });
  const notes: { identifier: string; children: readonly ElementContent[] }[] = [];
  // A note may refer to another note, which then joins the end of the order.
  for (let index = 0; index < order.length; index++) {
    const identifier = order[index] ?? '';
    const definition = definitions.get(identifier);
    const tree: Root = { type: 'root', children: [...linkDefinitions(section.tree), ...(definition?.children ?? [])] };
    notes.push({ identifier, children: convert(tree) });
  }
  return { children, notes };
}

/** Id of a section's footnote, numbered from 1 in the order of first use. */
export function noteId(section: Section, number: number): string {
  return `${section.id}--note-${number}`;
}

/** Id of the first place that refers to a footnote. */
export function noteBackId(section: Section, number: number): string {
  return `${section.id}--note-ref-${number}`;
}

/** Link definitions, which a note's text may use. */
function linkDefinitions(tree: Root): Root['children'] {
  return tree.children.filter((node) => node.type === 'definition');
}

/** Links and pictures, the author's and those of raw HTML, led to where they are in the product. */
function resolved(children: ElementContent[], section: Section, context: TextContext): ElementContent[] {
  const root: HastRoot = { type: 'root', children };
  tidyTables(root);
  eachElement(root.children, (element) => {
    const { href, src } = element.properties;
    if (element.tagName === 'a') {
      const target = typeof href === 'string' ? hrefOf(href, section, context) : null;
      if (target === null) asPlainWords(element);
      else element.properties['href'] = target;
    }
    if (element.tagName === 'img' && typeof src === 'string') element.properties['src'] = src.replace(/^asset:/, '');
  });
  return children;
}

/** A link that leads nowhere keeps its words, and its id: a link may lead to it. */
function asPlainWords(element: Element): void {
  const { id } = element.properties;
  Object.assign(element, { tagName: 'span', properties: id === undefined ? {} : { id } });
}

function clean(hast: RootContent | HastRoot, tree: Root): ElementContent[] {
  let root: HastRoot = hast.type === 'root' ? hast : { type: 'root', children: [hast] };
  let hasHtml = false;
  visit(tree, 'html', () => {
    hasHtml = true;
    return false;
  });
  if (hasHtml) root = sanitize(raw(root) as HastRoot, markerSchema) as HastRoot;
  return root.children.filter((node): node is ElementContent => node.type !== 'doctype');
}

const markers = ['gp-block', 'gp-cite', 'gp-phone', 'gp-fact', 'gp-figure', 'gp-note-ref', 'gp-gap'];
const markerSchema = {
  ...htmlSchema,
  tagNames: [...(htmlSchema.tagNames ?? []), ...markers, 'input', 'section'],
  attributes: {
    ...htmlSchema.attributes,
    '*': [
      ...(htmlSchema.attributes?.['*'] ?? []),
      'dataKind',
      'dataId',
      'dataDays',
      'dataKeys',
      'dataNumber',
      'dataHref',
      'dataDial',
      'className',
    ],
    input: ['type', 'checked', 'disabled'],
    ol: ['start', 'type', 'reversed'],
    code: ['className'],
  },
};

function marker(
  name: string,
  properties: Element['properties'],
  children: ElementContent[],
  state: State,
  node: Parameters<State['patch']>[0],
): Element {
  const element: Element = { type: 'element', tagName: name, properties, children };
  state.patch(node, element);
  return element;
}

function handlersFor(section: Section, context: TextContext, order: string[]): Handlers {
  const ids = headingIds(section);
  return {
    yaml: () => undefined,
    footnoteDefinition: () => undefined,
    heading(state: State, node) {
      return marker(`h${node.depth}`, { id: ids.get(node) }, state.all(node), state, node);
    },
    containerDirective(state: State, node) {
      const { id, days } = node.attributes ?? {};
      return marker('gp-block', { dataKind: node.name, dataId: id, dataDays: days }, state.all(node), state, node);
    },
    figure(state: State, node: Figure) {
      return marker(
        'gp-figure',
        {},
        [state.one(node.image, undefined), ...state.all(node)].flat().filter(isContent),
        state,
        node,
      );
    },
    image(state: State, node) {
      if (!node.url.startsWith('asset:')) {
        return marker('gp-gap', {}, [{ type: 'text', value: node.alt || node.url }], state, node);
      }
      const alt = (node.alt ?? '').trim() || context.callPicture(node.url.slice('asset:'.length));
      return marker('img', { src: node.url, alt }, [], state, node);
    },
    phone(state: State, node: Phone) {
      const service = serviceOf(context, node.service);
      return service
        ? marker('gp-phone', { dataDial: service.dial }, [{ type: 'text', value: service.say }], state, node)
        : marker('gp-phone', {}, [{ type: 'text', value: context.blank }], state, node);
    },
    fact(state: State, node: FactLink) {
      return marker('gp-fact', {}, state.all(node), state, node);
    },
    citation(state: State, node: Citation) {
      return marker('gp-cite', { dataKeys: node.keys.join(' ') }, [], state, node);
    },
    footnoteReference(state: State, node) {
      const identifier = node.identifier.toUpperCase();
      const first = !order.includes(identifier);
      if (first) order.push(identifier);
      const number = order.indexOf(identifier) + 1;
      const properties = { dataNumber: number, dataHref: `#${noteId(section, number)}` };
      return marker(
        'gp-note-ref',
        first ? { ...properties, dataId: noteBackId(section, number) } : properties,
        [],
        state,
        node,
      );
    },
  };
}

function isContent(node: ElementContent | undefined): node is ElementContent {
  return node !== undefined;
}

const safeSchemes = /^(?:https?:|mailto:|tel:)/i;
/** The host that the PDF press gives to form fields: no author may use it. */
const reservedHost = /^https?:\/\/[^/]*\.invalid(?:[/:?#]|$)/i;

/** What a link leads to: a safe absolute address, `#id`, or null for nothing that may be linked. */
function hrefOf(url: string, section: Section, context: TextContext): string | null {
  if (safeSchemes.test(url)) return reservedHost.test(url) ? null : url;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return null;
  const id = context.target(url, section);
  return id === null ? null : `#${id}`;
}

/** The number of a service in this place, under its name in this language. */
export function serviceOf(
  context: Pick<TextContext, 'country' | 'language'>,
  service: string,
): { say: string; dial: string } | null {
  const { country, language } = context;
  if (!country || (service !== 'emergency' && service !== 'urgent' && service !== 'poisons')) return null;
  const number = country[service];
  if (!number) return null;
  return { say: country.names[language]?.[service] ?? number.say, dial: number.dial };
}
