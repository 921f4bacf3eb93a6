import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Children } from '../model.ts';
import type { Action, Block, FigureBlock, Steps, Tracker } from '../../templates/view.ts';

/** A section's title and its blocks: hast with marker elements taken apart into what templates print. */
export interface Taken {
  /** Content of the heading that is the title, or null where there is none. */
  readonly title: Children | null;
  readonly blocks: readonly Block[];
}

/** Takes a section's hast apart. Neighbouring prose stays together. */
export function takeBlocks(children: Children): Taken {
  const heading = titleAmong(children);
  const blocks: Block[] = [];
  let prose: ElementContent[] = [];
  const flush = (): void => {
    if (prose.length > 0) blocks.push({ kind: 'prose', content: prose });
    prose = [];
  };
  for (const child of children) {
    if (isBlank(child) || child === heading) continue;
    const block = child.type === 'element' ? blockOf(child) : null;
    if (block) {
      flush();
      blocks.push(block);
    } else prose.push(child);
  }
  flush();
  return { title: heading?.children ?? null, blocks };
}

/**
 * The first heading, of whatever level, if the section starts with it. Where something else stands before it (badges, a
 * link to another language), it is the title if no other heading has its rank: what stood before it then follows it.
 */
function titleAmong(children: Children): Element | null {
  const content = children.filter((child) => !isBlank(child));
  const [first, ...others] = content.filter(isHeading);
  if (!first) return null;
  return content[0] === first || others.every(({ tagName }) => tagName > first.tagName) ? first : null;
}

function blockOf(element: Element): Block | null {
  switch (element.tagName) {
    case 'gp-block':
      return directiveBlock(element);
    case 'gp-figure':
      return figureBlock(element);
    case 'table':
      return { kind: 'table', table: element, rows: rowCount(element) };
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return {
        kind: 'heading',
        depth: Number(element.tagName[1]),
        id: String(element.properties['id'] ?? ''),
        titleText: textOf(element.children),
        content: element.children,
      };
    default:
      return null;
  }
}

function directiveBlock(element: Element): Block | null {
  const content = element.children.filter((child) => !isBlank(child));
  const kind = element.properties['dataKind'];
  switch (kind) {
    case 'emergency':
    case 'urgent':
    case 'routine':
      return { kind: 'care-card', band: kind, content, original: null };
    case 'ask-first':
      return { kind: 'ask-first', content };
    case 'steps':
      return stepsBlock(content);
    case 'action':
      return actionBlock(String(element.properties['dataId'] ?? ''), content);
    case 'do':
    case 'dont':
    case 'tip':
    case 'myth':
    case 'write':
      return { kind, content };
    case 'tracker':
      return trackerBlock(Number(element.properties['dataDays'] ?? 14), content);
    default:
      // A name that no block has: an error that stopped the guide; a draft prints its words.
      return { kind: 'tip', content };
  }
}

function stepsBlock(content: readonly ElementContent[]): Steps {
  const list = content.find((child) => isElement(child, 'ol') || isElement(child, 'ul'));
  const items = list && list.type === 'element' ? list.children.filter((child) => isElement(child, 'li')) : [];
  return { kind: 'steps', items: items.map((item) => unwrapped(item)) };
}

/** The first paragraph is `**row words**: how much`; the first picture is the action's. */
function actionBlock(id: string, content: readonly ElementContent[]): Action {
  const [first, ...rest] = content;
  const row = first && isElement(first, 'p') ? first.children : [];
  const [strong, ...after] = row.filter((child, index) => index > 0 || !isBlank(child));
  const wellFormed = strong && isElement(strong, 'strong');
  const figure = rest.find((child): child is Element => isElement(child, 'gp-figure'));
  return {
    kind: 'action',
    id,
    name: wellFormed ? strong.children : row,
    dose: wellFormed ? withoutColon(after) : [],
    figure: figure ? figureBlock(figure) : null,
    content: (row.length > 0 ? rest : content).filter((child) => child !== figure),
  };
}

function withoutColon(children: readonly ElementContent[]): Children {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return children;
  const value = first.value.replace(/^\s*[::]\s*/, '');
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

function figureBlock(element: Element): FigureBlock {
  const [image, ...caption] = element.children;
  if (image?.type !== 'element') throw new Error('Expected a figure to start with its picture');
  return { kind: 'figure', image, caption: trimStart(caption) };
}

function trimStart(children: readonly ElementContent[]): Children {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return children;
  const value = first.value.trimStart();
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

function trackerBlock(days: number, content: readonly ElementContent[]): Tracker {
  const table = content.find((child): child is Element => isElement(child, 'table'));
  const columns: Children[] = [];
  if (table) {
    visit(table, 'element', (cell) => {
      if (cell.tagName === 'th') columns.push(cell.children);
    });
  }
  return { kind: 'tracker', days, columns, caption: content.filter((child) => child !== table) };
}

function rowCount(table: Element): number {
  let rows = 0;
  visit(table, 'element', (element) => {
    if (element.tagName === 'tr') rows++;
  });
  return rows;
}

/** Content of a list item, without the paragraph that a loose list puts round it. */
function unwrapped(item: ElementContent): Children {
  if (item.type !== 'element') return [item];
  const content = item.children.filter((child) => !isBlank(child));
  const [only] = content;
  return content.length === 1 && only && isElement(only, 'p') ? only.children : content;
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

function isHeading(node: ElementContent): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

function isBlank(node: ElementContent): boolean {
  return (node.type === 'text' && node.value.trim() === '') || node.type === 'comment';
}

/** The words of some content. */
export function textOf(children: Children): string {
  return toString({ type: 'root', children: [...children] });
}

/** The keys of a citation marker; none for other elements. */
export function citedKeys(element: Element): string[] {
  const keys = element.tagName === 'gp-cite' ? element.properties['dataKeys'] : null;
  return typeof keys === 'string' ? keys.split(' ').filter(Boolean) : [];
}

/** All content of a block, in reading order. */
export function contentOf(block: Block): Children {
  switch (block.kind) {
    case 'steps':
      return block.items.flat();
    case 'action':
      return [...block.name, ...block.dose, ...(block.figure ? contentOf(block.figure) : []), ...block.content];
    case 'figure':
      return [block.image, ...block.caption];
    case 'tracker':
      return [...block.columns.flat(), ...block.caption];
    case 'table':
      return [block.table];
    default:
      return block.content;
  }
}
