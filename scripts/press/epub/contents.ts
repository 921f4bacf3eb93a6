import type { ElementContent } from 'hast';
import type { Document, Publication } from '../../model.ts';
import { chapterFile } from './links.ts';

/** A line of the contents with the lines below it. */
export interface Entry {
  readonly title: string;
  readonly href: string;
  readonly entries: readonly Entry[];
}

/**
 * The contents of a book in reading order: its chapters, and below them their h1 to h3 that can be
 * linked to, by an id of their own or of the section that they open.
 * A chapter's first h1 is its title, so it gets no line of its own. Throws where nothing is in contents: EPUB 3.3
 * (section 7.3) asks for one entry at least.
 */
export function readContents({ documents }: Publication): readonly Entry[] {
  const listed = documents.filter(({ inContents }) => inContents);
  if (listed.length === 0) throw new Error('Expected a document that is in contents, got none');
  return listed.map((document) => ({
    title: document.title,
    href: chapterFile(document.id),
    entries: nest(headings(document)),
  }));
}

interface Heading {
  readonly depth: number;
  readonly title: string;
  readonly href: string;
}

function headings({ id, body }: Document): readonly Heading[] {
  const found = body.flatMap((node) => headingsBelow(node, null));
  const title = found.findIndex(({ depth }) => depth === 1);
  return found.flatMap(({ depth, title: words, anchor }, index) =>
    index === title || words === '' || anchor === null
      ? []
      : [{ depth, title: words, href: `${chapterFile(id)}#${anchor}` }],
  );
}

interface Found {
  readonly depth: number;
  readonly title: string;
  /** Its own id, or that of the section which it opens. */
  readonly anchor: string | null;
}

function headingsBelow(node: ElementContent, section: string | null): readonly Found[] {
  if (node.type !== 'element') return [];
  const own = typeof node.properties.id === 'string' ? node.properties.id : null;
  const depth = levels.indexOf(node.tagName) + 1;
  if (depth > 0) return [{ depth, title: words(node).replace(/\s+/g, ' ').trim(), anchor: own ?? section }];
  // Only the first heading of a section may use its id.
  let opened = node.tagName === 'section' ? own : section;
  return node.children.flatMap((child) => {
    const found = headingsBelow(child, opened);
    if (found.length > 0) opened = null;
    return found;
  });
}

const levels = ['h1', 'h2', 'h3'];

/** Each heading goes below the last one that is higher. */
function nest(headings: readonly Heading[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let start = 0; start < headings.length;) {
    const heading = headings[start];
    if (heading === undefined) break;
    const rest = headings.slice(start + 1);
    const next = rest.findIndex(({ depth }) => depth <= heading.depth);
    const below = next === -1 ? rest : rest.slice(0, next);
    entries.push({ title: heading.title, href: heading.href, entries: nest(below) });
    start += 1 + below.length;
  }
  return entries;
}

/** A heading's text without the numbers of notes and sources. */
function words(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || references.has(String(node.properties.role))) return '';
  return node.children.map(words).join('');
}

const references = new Set(['doc-noteref', 'doc-biblioref']);
