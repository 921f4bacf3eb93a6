import type { Element, ElementContent, Text } from 'hast';
import { hasClass, isElement, isInline } from './elements.ts';

interface Line {
  /** Last text of the line so far: what a space at the line's end is taken from. */
  last: Text | null;
  /** True where a space would be one too many: at the start of a line, after another space. */
  gap: boolean;
}

/**
 * Does to the tree what CSS `white-space: normal` does on screen (CSS Text 3 §4.1): the print style sheet says `pre-wrap`,
 * since only then Chromium keeps the space at a line's end in the PDF's text. `pre` stays as it is.
 */
export function collapseWhiteSpace(body: readonly Element[]): void {
  for (const element of body) collapseBlock(element);
}

function collapseBlock(element: Element): void {
  if (element.tagName === 'pre') return;
  const line: Line = { last: null, gap: true };
  collapse(element, line);
  endLine(line);
  removeEmptyTexts(element);
}

function collapse(parent: Element, line: Line): void {
  for (const child of parent.children) {
    if (child.type === 'text') collapseText(child, line);
    else if (child.type !== 'element') continue;
    else if (isElement(child, 'br')) endLine(line);
    else if (isBox(child)) Object.assign(line, { last: null, gap: false });
    else if (isInline(child)) {
      collapse(child, line);
      if (hasClass(child, 'lb')) endLine(line);
    } else {
      endLine(line);
      collapseBlock(child);
    }
  }
}

function collapseText(text: Text, line: Line): void {
  const spaced = text.value.replace(/[ \t\n\f\r]+/g, ' ');
  text.value = line.gap ? spaced.replace(/^ /, '') : spaced;
  if (text.value === '') return;
  line.last = text;
  line.gap = text.value.endsWith(' ');
}

function endLine(line: Line): void {
  if (line.last !== null) line.last.value = line.last.value.replace(/ $/, '');
  line.last = null;
  line.gap = true;
}

/** Stands in the line like a letter. */
function isBox(child: Element): boolean {
  return child.tagName === 'img' || child.tagName === 'input' || hasClass(child, 'box');
}

function removeEmptyTexts(parent: Element): void {
  parent.children = parent.children.filter((child: ElementContent) => child.type !== 'text' || child.value !== '');
  for (const child of parent.children) if (child.type === 'element' && child.tagName !== 'pre') removeEmptyTexts(child);
}
