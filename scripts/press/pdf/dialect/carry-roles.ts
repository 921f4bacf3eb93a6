import type { Element } from 'hast';
import { hasClass, property } from './elements.ts';

/** Where an element stands: the real language, and what its parent's `lang` says, carrier included. */
interface Place {
  readonly language: string;
  readonly tag: string;
}

/** Elements of text on which Chromium forgets `lang` unless they have a role. */
const forgetful = new Set(['abbr', 'b', 'bdi', 'bdo', 'cite', 'i', 'kbd', 'mark', 'small', 'span', 'u']);

/**
 * Tells the finisher what Chromium does not: private-use subtags (BCP 47 §2.2.7) reach the structure tree unchanged, so
 * `lang="en-x-sect"` says that this element is a Sect, in English. The finisher takes the subtags off again.
 * Chromium writes an element's language only where it differs from its parent's, so a carrier within the same carrier gets
 * one more subtag.
 */
export function carryRoles(body: readonly Element[], language: string): void {
  let notes = 0;
  const visit = (element: Element, parent: Place, within: string): void => {
    const own = property(element, 'lang');
    const real = own ?? parent.language;
    if (element.tagName === 'dl') groupTerms(element);
    const role = property(element, 'dataNote') === null ? roleOf(element, within) : `note-n${(notes += 1)}`;
    let tag = role === null ? (own ?? parent.tag) : `${real}-x-${role}`;
    if (role !== null && tag === parent.tag) tag += '-b';
    if (tag !== parent.tag) element.properties['lang'] = tag;
    if (needsGroup(element, role, own)) element.properties['role'] = 'group';
    for (const child of element.children) {
      if (child.type === 'element') visit(child, { language: real, tag }, element.tagName);
    }
  };
  for (const element of body) visit(element, { language, tag: language }, 'body');
}

function roleOf(element: Element, within: string): string | null {
  if (property(element, 'dataArtifact') !== null) return 'art';
  if (hasClass(element, 'lb')) return 'lbl';
  if (hasClass(element, 'toc')) return 'toc';
  if (hasClass(element, 'toci')) return 'toci';
  if (element.tagName === 'div' && within === 'dl') return 'dlg';
  return roles[element.tagName] ?? null;
}

const roles: Readonly<Record<string, string>> = {
  aside: 'aside',
  dd: 'dd',
  dl: 'dl',
  dt: 'dt',
  figcaption: 'cap',
  figure: 'fig',
  section: 'sect',
};

/** Chromium leaves these out of its tree unless they have a role. */
function needsGroup(element: Element, role: string | null, language: string | null): boolean {
  if (role !== null) return element.tagName === 'div' || element.tagName === 'span';
  return language !== null && forgetful.has(element.tagName);
}

/** `dl` takes terms with their definitions bare or in `div`s (HTML 4.4.9); the finisher wants each group in one. */
function groupTerms(list: Element): void {
  const groups: Element[] = [];
  let open: Element | null = null;
  for (const child of list.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'div') {
      groups.push(child);
      open = null;
      continue;
    }
    const last = open?.children.at(-1);
    const afterDefinition = last?.type === 'element' && last.tagName === 'dd';
    if (open === null || (child.tagName === 'dt' && afterDefinition)) {
      open = { type: 'element', tagName: 'div', properties: {}, children: [] };
      groups.push(open);
    }
    open.children.push(child);
  }
  list.children = groups;
}
