import { dictionary, Name, type Dictionary } from '../objects/pdf-object.ts';
import type { ContentIndex } from './content-index.ts';
import { isElement, leavesOf, replaceChildren, type StructureElement } from './structure-element.ts';

/**
 * THE TABLE of carriers. Chromium keeps the language tag of an element word for word, private use subtags (BCP 47, 2.2.7) included,
 * and little else: so HTML asks for a structure type with `lang="en-x-note-a"`. `art` asks for an artifact.
 */
const carriers: Readonly<Record<string, string>> = {
  aside: 'Sect',
  art: 'Artifact',
  bib: 'BibEntry',
  cap: 'Caption',
  dd: 'LBody',
  div: 'Div',
  dl: 'L',
  dlg: 'LI',
  dt: 'Lbl',
  fig: 'Div',
  lbl: 'Lbl',
  lbody: 'LBody',
  note: 'Note',
  p: 'P',
  quote: 'Quote',
  ref: 'Reference',
  sect: 'Sect',
  span: 'Span',
  toc: 'TOC',
  toci: 'TOCI',
};

/** A description list has labels, but no numbers (ISO 32000-1, table 347). */
const unnumbered: Dictionary = dictionary({ O: new Name('List'), ListNumbering: new Name('None') });

/** Splits a language tag into the language and the carrier. A private use subtag that is no carrier stays in the language. */
export function parseCarrier(
  tag: string | null,
  inherited: string,
): { readonly language: string; readonly carrier: readonly string[] } {
  const [, language = '', subtags = ''] = /^(.+?)-x-(.+)$/.exec(tag ?? '') ?? [];
  const carrier = subtags.split('-');
  if (Object.hasOwn(carriers, carrier[0] ?? '')) return { language, carrier };
  return { language: tag || inherited, carrier: [] };
}

/** Gives elements the structure type that their carrier asks for, notes an ID, and leaves out what asks to be an artifact. */
export function applyCarriers(element: StructureElement, contents: ContentIndex): StructureElement {
  const applied = replaceChildren(element, (child) => {
    if (!isElement(child)) return child;
    if (child.carrier[0] !== 'art') return applyCarriers(child, contents);
    contents.giveUp(leavesOf(child));
    return [];
  });
  const [name, ...rest] = element.carrier;
  if (name === undefined) return applied;
  return {
    ...applied,
    type: carriers[name] ?? element.type,
    // ISO 14289-1, 7.9: a note has an identifier.
    id: name === 'note' ? ['note', ...rest].join('-') : element.id,
    attributes: name === 'dl' ? new Map([['List', unnumbered]]) : element.attributes,
  };
}
