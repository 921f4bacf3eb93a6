import type { Element } from 'xast';

/**
 * DPUB-ARIA roles with their `epub:type` (EPUB-SSV 1.1; null: no term for it) and the elements that may carry them
 * (ARIA in HTML). Readers open footnotes in a window by `epub:type`, screen readers go by `role`: a book needs both.
 */
const roles: Readonly<Record<string, { readonly type: string | null; readonly on: readonly string[] }>> = {
  'doc-abstract': { type: 'abstract', on: ['section'] },
  'doc-acknowledgments': { type: 'acknowledgments', on: ['section'] },
  'doc-appendix': { type: 'appendix', on: ['section'] },
  'doc-backlink': { type: null, on: ['a'] },
  'doc-bibliography': { type: 'bibliography', on: ['section'] },
  'doc-biblioref': { type: 'biblioref', on: ['a'] },
  'doc-chapter': { type: 'chapter', on: ['section'] },
  'doc-colophon': { type: 'colophon', on: ['section'] },
  'doc-endnotes': { type: 'endnotes', on: ['section'] },
  'doc-foreword': { type: 'foreword', on: ['section'] },
  'doc-footnote': { type: 'footnote', on: ['aside'] },
  'doc-glossary': { type: 'glossary', on: ['section'] },
  'doc-glossref': { type: 'glossref', on: ['a'] },
  'doc-introduction': { type: 'introduction', on: ['section'] },
  'doc-noteref': { type: 'noteref', on: ['a'] },
  'doc-notice': { type: 'notice', on: ['section'] },
  'doc-pagebreak': { type: 'pagebreak', on: ['span'] },
  'doc-part': { type: 'part', on: ['section'] },
  'doc-preface': { type: 'preface', on: ['section'] },
  'doc-subtitle': { type: null, on: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] },
  'doc-tip': { type: 'tip', on: ['aside'] },
};

/** Puts `epub:type` beside each DPUB-ARIA role, and takes a role away where its element must not have it. */
export function typeByRole(node: Element): Element {
  const role = node.attributes.role ?? '';
  if (!role.startsWith('doc-')) return node;
  const known = roles[role];
  const { role: _role, 'epub:type': _type, ...rest } = node.attributes;
  if (!known?.on.includes(node.name)) return { ...node, attributes: rest };
  const type = known.type === null ? {} : { 'epub:type': known.type };
  return { ...node, attributes: { ...rest, role, ...type } };
}
