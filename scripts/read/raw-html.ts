import type { Html, Parents, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Report } from '../findings.ts';
import { type HtmlPicture, type HtmlPlace, rewriteHtml } from './html-rewrite.ts';
import { closeHtml, type HtmlScope } from './html-scope.ts';
import { escapeHtml } from './html-text.ts';
import { pictureName, wordsForPicture } from './picture-name.ts';

export { htmlSchema } from './html-allowed.ts';

/** Gives the asset id for the address of a picture at a place, or null after reporting why there is none. */
export type FindAsset = (url: string, position: Position | undefined) => Promise<string | null>;

/**
 * Rewrites the raw HTML of a tree, in place, to the elements that documents need. What is left out is reported where
 * it stands, once a line; text is kept. An element is closed no later than the Markdown block that it was opened in. Where
 * `asset` has none, a gap with the picture's words or name stands in its place.
 */
export async function cleanRawHtml(tree: Root, file: string, report: Report, asset: FindAsset): Promise<void> {
  const reported = new Set<string>();
  const cleaner: Cleaner = {
    asset,
    report(position, message) {
      const key = `${position.start.line} ${message}`;
      if (!reported.has(key)) report('html-dropped', { file, position }, message);
      reported.add(key);
    },
  };
  await cleanChildren(tree, [], cleaner);
}

interface Cleaner {
  readonly asset: FindAsset;
  readonly report: (position: Position, message: string) => void;
}

/** Parents of blocks: no raw HTML swallows a block, however it is closed. */
const blockParents: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
]);

async function cleanChildren(parent: Parents, outer: readonly HtmlScope[], cleaner: Cleaner): Promise<void> {
  const scope: HtmlScope = { open: [], endAfterChild: [] };
  const siblings: RootContent[] = parent.children;
  const kept: RootContent[] = [];
  const ends = findLastEnds(siblings);
  /** The element whose content is being dropped, up to the sibling with its end tag. */
  let dropping: string | null = null;
  for (const [index, node] of siblings.entries()) {
    if (node.type === 'html') {
      dropping = await cleanNode(node, [scope, ...outer], dropping, cleaner);
      const endsLater = dropping !== null && (ends.get(dropping) ?? 0) > index;
      if (blockParents.has(parent.type) || !endsLater) dropping = null;
      if (node.value.trim() !== '') kept.push(node);
    } else if (dropping === null) {
      if ('children' in node) await cleanChildren(node, [scope, ...outer], cleaner);
      kept.push(node);
    }
    for (const value of scope.endAfterChild.splice(0)) kept.push({ type: 'html', value });
  }
  const value = closeHtml(null, scope.open);
  if (value !== '') kept.push({ type: 'html', value });
  // Not by splice: a hundred thousand arguments overflow the stack.
  siblings.length = 0;
  for (const node of kept) siblings.push(node);
}

/** Rewrites one node; returns the element that is still being dropped at its end. */
async function cleanNode(
  node: Html,
  scopes: readonly [HtmlScope, ...HtmlScope[]],
  dropping: string | null,
  cleaner: Cleaner,
): Promise<string | null> {
  const rewritten = rewriteHtml(node.value, scopes, dropping);
  for (const finding of rewritten.findings) cleaner.report(positionOf(finding, node), finding.message);
  for (const picture of rewritten.pictures) {
    const id = await cleaner.asset(picture.src, positionOf(picture, node));
    rewritten.parts[picture.part] = writePicture(picture, id);
  }
  node.value = rewritten.parts.join('');
  if (rewritten.pictures.length > 0) {
    const images = rewritten.pictures.map(({ src, alt }) => ({ alt, name: pictureName(src) }));
    node.data = { ...node.data, images };
  }
  return rewritten.dropping;
}

/** A picture without words is called by its file name; one that could not be read is a gap, as in Markdown. */
function writePicture({ src, alt, attributes }: HtmlPicture, id: string | null): string {
  const words = escapeHtml(wordsForPicture(src));
  if (id === null) return alt === '' ? '' : `<gp-gap>${alt === null ? words : escapeHtml(alt)}</gp-gap>`;
  return `<img src="asset:${id}"${attributes}${alt === null ? ` alt="${words}"` : ''}>`;
}

/** For each element the last sibling that starts with its end tag. */
function findLastEnds(siblings: readonly RootContent[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const [index, node] of siblings.entries()) {
    const name = node.type === 'html' ? /^<\/([a-z]+)/i.exec(node.value)?.[1] : undefined;
    if (name !== undefined) ends.set(name.toLowerCase(), index);
  }
  return ends;
}

/** From a place in the piece to one in the file; later lines of a piece in a list or quote are indented like its first. */
function positionOf({ line, column }: HtmlPlace, { position }: Html): Position {
  const start = position?.start ?? { line: 1, column: 1 };
  const point = { line: start.line + line - 1, column: start.column + column - 1 };
  return { start: point, end: point };
}
