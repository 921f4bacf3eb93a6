import type { Element, ElementContent } from 'hast';
import type { Children } from '../model.ts';

/** What templates print by themselves, wherever it stands. */
const ownKinds = /^(?:h[1-6]|table|gp-block|gp-figure)$/;

/**
 * Takes headings, tables, figures and blocks out of the `<div>`s of raw HTML that say nothing: `<div align="center">`, or
 * the direction that the text has anyway. What stands between them keeps a `<div>` of its own.
 */
export function liftBlocks(children: Children, direction: 'ltr' | 'rtl'): Children {
  return children.flatMap((child) =>
    child.type === 'element' && isIdle(child, direction) && child.children.some(holdsOwnKind)
      ? takeApart(child, direction)
      : [child],
  );
}

function isIdle({ tagName, properties }: Element, direction: string): boolean {
  if (tagName !== 'div') return false;
  return Object.entries(properties).every(([name, value]) => name === 'dir' && value === direction);
}

function holdsOwnKind(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return ownKinds.test(node.tagName) || (node.tagName === 'div' && node.children.some(holdsOwnKind));
}

function takeApart(div: Element, direction: 'ltr' | 'rtl'): ElementContent[] {
  const parts: ElementContent[] = [];
  let rest: ElementContent[] = [];
  const flush = (): void => {
    if (rest.length > 0) parts.push({ ...div, children: rest });
    rest = [];
  };
  for (const child of liftBlocks(div.children, direction)) {
    if (child.type === 'element' && ownKinds.test(child.tagName)) {
      flush();
      parts.push(child);
    } else rest.push(child);
  }
  flush();
  return parts;
}
