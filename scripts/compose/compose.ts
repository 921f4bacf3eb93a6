import type { Element, ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import { finding, type Finding } from '../findings.ts';
import type { Document, Library, Order, Publication } from '../model.ts';
import type { Edition } from '../../templates/edition.ts';
import { editions } from '../../templates/editions.ts';
import { checklistRows } from '../../templates/checklist.tsx';
import type { View } from '../../templates/view.ts';
import { brandStyle } from '../brand/brand-style.ts';
import { ownColours } from '../brand/own-colours.ts';
import { codesOf, dateOf } from './facts-of-guide.ts';
import { eachElement, eachText } from './each.ts';
import { fontsFor, fontStack, type FontNeed } from './fonts.ts';
import { markGaps, withGaps } from './gaps.ts';
import { linkTerms } from './glossary.ts';
import { productIdentifier } from './identifier.ts';
import { resolveMarks } from './marks.ts';
import { namePages } from './name-pages.ts';
import { keepNumbersWithUnits } from './no-break.ts';
import { originalOf } from './original.ts';
import { authorsText, rootOf } from './printed-text.ts';
import { picturesOf } from './product-pictures.ts';
import { auditSource } from './source-audit.ts';
import { stylesOf } from './styles.ts';
import { directForeignText } from './text-direction.ts';
import { viewOf } from './view.ts';

/** A composed order and what was found while composing it. */
export interface Composed {
  readonly publication: Publication;
  readonly findings: readonly Finding[];
}

/** Order → Publication: the edition's template is called, marks are resolved, fonts chosen, the text compared with its source. */
export function compose(order: Order, library: Library): Composed {
  const edition: Edition = editions[order.edition];
  const view = viewOf(order, library, edition);
  const documents = edition.documents(view).map((document) => finished(document, view));
  dropRepeatedIds(documents);
  const page = edition.page && order.paper ? edition.page(view, order.paper) : null;
  const findings = [...checklistNote(order, view), ...sourceFindings(order, library, documents)];

  const need = fontsFor(
    [wordsOf(documents), ...(page ? [...page.head, ...page.foot] : []), ...coverWords(edition, view)].join('\n'),
    order.language.tag,
  );
  const gaps = new Set(need.missing.map(({ character }) => character));
  for (const document of documents) {
    markGaps(rootOf(document.body), gaps);
    if (edition.namesPages) namePages(rootOf(document.body), order.language.words);
  }
  findings.push(...need.missing.map((missing) => missingCharacter(order, missing)));

  const { guide, translation, language } = order;
  return {
    findings,
    publication: {
      identifier: productIdentifier(order, library),
      title: withGaps(documents.length === 1 ? (documents[0]?.title ?? translation.title) : translation.title, gaps),
      subtitle: translation.promise,
      description: translation.promise ?? translation.title,
      authors: guide.authors,
      publisher: view.issuer.text,
      source: order.clinic && library.publisher,
      brand: brandOf(order, view),
      language: language.tag,
      direction: language.direction,
      date: dateOf(guide),
      subjects: codesOf(guide),
      status: order.status,
      statusSentence: view.statusSentence,
      review: order.review && { by: order.review.by, date: order.review.date, next: order.review.next },
      documents,
      assets: picturesOf(documents, order, view),
      css: stylesFor(order, edition, view),
      fonts: need.fonts,
      words: language.words,
      page,
    },
  };
}

/** A template may print a node in two places: each gets a copy of its own, its marks resolved and its terms linked. */
function finished(document: Document, view: View): Document {
  const body = document.body.map(copyOf);
  const root: Root = { type: 'root', children: body };
  if (view.terms.length > 0) {
    eachElement(root.children, (element) => {
      if (element.tagName === 'section' && view.sections.some(({ id }) => id === element.properties['id'])) {
        linkTerms(element, view.terms);
      }
    });
  }
  resolveMarks(root, view);
  if (view.direction === 'rtl') directForeignText(root);
  keepNumbersWithUnits(root);
  return { ...document, body: root.children.filter((child): child is Element => child.type === 'element') };
}

/** Not `structuredClone`: a node that a template prints in two places would stay one. */
function copyOf<T extends ElementContent>(node: T): T {
  if (node.type !== 'element') return { ...node };
  return { ...node, properties: structuredClone(node.properties), children: node.children.map(copyOf) };
}

/** An id stands once in a product (HTML §3.2.6): the first place keeps it. What an author gave twice is a finding. */
function dropRepeatedIds(documents: readonly Document[]): void {
  const seen = new Set<unknown>(['']);
  for (const { body } of documents) {
    eachElement(body, ({ properties }) => {
      if (properties['id'] === undefined) return;
      if (seen.has(properties['id'])) delete properties['id'];
      else seen.add(properties['id']);
    });
  }
}

function sourceFindings(order: Order, library: Library, documents: readonly Document[]): Finding[] {
  const edition: Edition = editions[order.edition];
  if (edition.needs === 'actions') return [];
  const ids = new Set<string>();
  for (const { body } of documents) {
    eachElement(body, ({ properties }) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id']);
    });
  }
  for (const { body } of documents) dropDeadLinks(rootOf(body), ids);
  const composed = documents.map(({ body }) => authorsText(rootOf(body))).join('\n');
  return auditSource(order, edition.medium, composed, originalOf(order, library));
}

/** A link to what this edition leaves out keeps its words and leads nowhere. */
function dropDeadLinks(root: Root, ids: ReadonlySet<string>): void {
  eachElement(root.children, (element) => {
    const { href } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string' && href.startsWith('#') && !ids.has(href.slice(1))) {
      Object.assign(element, { tagName: 'span', properties: {} });
    }
  });
}

function checklistNote(order: Order, view: View): Finding[] {
  if (order.edition !== 'checklist' || view.actions.length <= checklistRows) return [];
  const rest = view.actions.slice(checklistRows).map(({ id }) => `\`${view.actionNames.get(id)}\``);
  return [
    finding(
      'checklist-rows',
      { file: order.guide.file },
      `Unexpected ${view.actions.length} actions, expected at most ${checklistRows} on the checklist: ${rest.join(', ')} stay in the guide alone`,
    ),
  ];
}

function missingCharacter(order: Order, { character, package: name }: FontNeed['missing'][number]): Finding {
  const section = order.translation.sections.find(({ source }) => source.includes(character));
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return finding(
    'character-missing',
    section ? { file: section.file, position: positionOf(section.source, character) } : { file: order.guide.file },
    `Unexpected character \`${character}\` (U+${code}), expected one that an installed font has: ${name ? `install \`${name}\` with npm` : 'write it in another way'}`,
  );
}

function positionOf(source: string, character: string): Position {
  const before = source.slice(0, source.indexOf(character)).split('\n');
  const point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { start: point, end: point };
}

/** All words of the documents: what fonts must be able to draw. */
function wordsOf(documents: readonly Document[]): string {
  const parts: string[] = [];
  for (const { title, body } of documents) {
    parts.push(title);
    eachText(body, ({ value }) => {
      parts.push(value);
    });
  }
  return parts.join('\n');
}

/** What a book's cover says besides its title. */
function coverWords({ format }: Edition, view: View): readonly string[] {
  if (format !== 'epub') return [];
  return [view.words.wholeGuide, view.promise ?? '', view.issuer.text, view.statusBand];
}

function brandOf({ clinic }: Order, view: View): Publication['brand'] {
  return { colours: clinic?.colours ?? ownColours, logo: view.clinic?.logo ?? null };
}

/** An ebook has no colours of ours: the reader's own win, by night too. Its cover and drawings carry the clinic's. */
function stylesFor({ language, clinic }: Order, edition: Edition, view: View): string {
  const names = edition.page && view.direction === 'rtl' ? [...edition.styles, 'print-rtl'] : edition.styles;
  const brand = clinic && edition.format !== 'epub' ? brandStyle(clinic.colours) : '';
  return `${stylesOf(names)}\n${fontRule(edition, language.tag)}\n${brand}`;
}

/** Old reading systems know no custom properties. */
function fontRule(edition: Edition, language: string): string {
  const stack = fontStack(language);
  return edition.format === 'epub' ? `body { font-family: ${stack}; }` : `:root { --font: ${stack}; }`;
}
