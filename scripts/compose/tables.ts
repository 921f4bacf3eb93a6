import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Says of every head cell what it heads (HTML §4.9.10, `scope`), which Markdown leaves open: cells of a head row head
 * columns, other head cells their row. Alignment becomes a class, since EPUB knows no `align`.
 */
export function tidyTables(root: Root): void {
  visit(root, 'element', (row, _, parent) => {
    if (row.tagName !== 'tr') return;
    const cells = row.children.filter(
      (child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName),
    );
    const inHead = parent?.type === 'element' && parent.tagName === 'thead';
    const heads = inHead || cells.every(({ tagName }) => tagName === 'th') ? 'col' : 'row';
    for (const cell of cells) {
      alignByClass(cell);
      if (cell.tagName === 'th' && cell.properties['scope'] === undefined) {
        cell.properties['scope'] = spans(cell, heads) ? `${heads}group` : heads;
      }
    }
  });
}

function alignByClass(cell: Element): void {
  const { align, className } = cell.properties;
  delete cell.properties['align'];
  if (typeof align !== 'string' || !/^(?:left|center|right)$/.test(align)) return;
  cell.properties['className'] = [...(Array.isArray(className) ? className : []), `align-${align}`];
}

function spans({ properties }: Element, heads: 'col' | 'row'): boolean {
  return Number(properties[heads === 'col' ? 'colSpan' : 'rowSpan'] ?? 1) > 1;
}
