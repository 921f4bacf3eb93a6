import type { Element } from 'hast';
import { fieldHost } from './mark-fields.ts';
import { elementsIn, property } from './elements.ts';

const schemes = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * Takes away what Chromium would turn into wrong or missing tags: ARIA and DPUB roles (a list in `doc-endnotes` loses its
 * items), closed `details`, quotation marks that CSS makes (painted untagged), links that a PDF must not hold, second uses of an id.
 */
export function cleanElements(body: readonly Element[]): void {
  const ids = new Set<string>();
  for (const element of elementsIn(body)) {
    if (element.properties['ariaHidden'] === 'true') element.properties['dataArtifact'] = '';
    for (const name of Object.keys(element.properties)) {
      if (name === 'role' || name.startsWith('aria')) delete element.properties[name];
    }
    openDetails(element);
    spellQuotes(element);
    dropUnsafeLink(element);
    const id = property(element, 'id');
    if (id === null) continue;
    if (ids.has(id)) delete element.properties['id'];
    ids.add(id);
  }
}

function openDetails(element: Element): void {
  if (element.tagName === 'details') element.tagName = 'div';
  if (element.tagName === 'summary') element.tagName = 'p';
}

function spellQuotes(element: Element): void {
  if (element.tagName !== 'q') return;
  element.tagName = 'span';
  element.children = [{ type: 'text', value: '“' }, ...element.children, { type: 'text', value: '”' }];
}

/** The host of form fields is the press's own: a link that names it would become a check box. */
function dropUnsafeLink(element: Element): void {
  const href = property(element, 'href');
  if (href === null || href.startsWith('#')) return;
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url === null || !schemes.has(url.protocol) || url.hostname.replace(/\.$/, '') === fieldHost) {
    delete element.properties['href'];
  }
}
