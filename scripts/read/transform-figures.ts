import type { Figure } from '../syntax.ts';
import type { Image, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Position } from 'unist';
import { pointAt } from './point-at.ts';
import { replaceNodes } from './replace-nodes.ts';

/**
 * Makes a paragraph that starts with an image a `figure`: the image, then its caption. Another image that follows at
 * once, or starts a line, starts a figure of its own. Images elsewhere stay images.
 */
export function transformFigures(tree: Root, source: string): void {
  replaceNodes(tree, (node) => (node.type === 'paragraph' ? figuresOf(node, source) : null));
}

function figuresOf(paragraph: Paragraph, source: string): Figure[] | null {
  const figures: { image: Image; caption: PhrasingContent[] }[] = [];
  for (const node of paragraph.children) {
    const caption = figures.at(-1)?.caption;
    if (node.type === 'image' && (caption === undefined || endsLine(caption))) {
      figures.push({ image: node, caption: [] });
    } else if (caption === undefined) {
      return null;
    } else {
      caption.push(node);
    }
  }
  if (figures.length === 0) return null;
  return figures.map(({ image, caption }) => {
    const children = trimmedEnd(trimmedStart(caption, source));
    const figure: Figure = { type: 'figure', image, children };
    const start = image.position?.start;
    const end = (children.at(-1) ?? image).position?.end;
    return start === undefined || end === undefined ? figure : { ...figure, position: { start, end } };
  });
}

/** True for a caption that is empty so far, or whose last line is over. */
function endsLine(caption: readonly PhrasingContent[]): boolean {
  const last = caption.at(-1);
  if (last === undefined || last.type === 'break') return true;
  return last.type === 'text' && (/\n\s*$/.test(last.value) || (caption.length === 1 && last.value.trim() === ''));
}

/** Without the spaces and line breaks before the first word. */
function trimmedStart(caption: readonly PhrasingContent[], source: string): PhrasingContent[] {
  const [first, ...rest] = caption;
  if (first?.type === 'break') return trimmedStart(rest, source);
  if (first?.type !== 'text') return [...caption];
  const value = first.value.trimStart();
  if (value === '') return trimmedStart(rest, source);
  return [{ ...first, value, ...movedPast(first.position, source) }, ...rest];
}

/** The place without what Markdown has before the first word on a line: spaces, and `>` in a quote. */
function movedPast(position: Position | undefined, source: string): { position?: Position } {
  if (position?.start.offset === undefined) return {};
  const space = /[\s>]*/y;
  space.lastIndex = position.start.offset;
  space.exec(source);
  return { position: { start: pointAt(space.lastIndex, position.start, source), end: position.end } };
}

function trimmedEnd(caption: readonly PhrasingContent[]): PhrasingContent[] {
  const last = caption.at(-1);
  const rest = caption.slice(0, -1);
  if (last?.type === 'break') return trimmedEnd(rest);
  if (last?.type !== 'text') return [...caption];
  const value = last.value.trimEnd();
  return value === '' ? trimmedEnd(rest) : [...rest, { ...last, value }];
}
