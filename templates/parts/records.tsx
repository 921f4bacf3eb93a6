import type { Element } from 'hast';
import { papers } from '../edition.ts';
import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Children } from '../../scripts/model.ts';
import type { Tracker, View } from '../view.ts';
import { WriteLine } from './boxes.tsx';

/** Of large print, in pt: a letter of a heading at most, on average; what lies between columns; both margins of the page. */
const letter = 10.8;
const gutter = 12;
const margins = 142;

/**
 * A table that large print has no room for, since words are not split: row by row, each cell under its column's name. Null where the
 * table fits, or where cells span others and cannot stand alone.
 */
export function recordsOf(table: Element, view: View): Markup | null {
  const [head, ...rows] = elements(table, 'tr').map((row) => elements(row, 'th', 'td'));
  if (view.edition !== 'large-print' || !head || [head, ...rows].flat().some(spans)) return null;
  const columns = head.map((cell, index) => [cell, ...rows.map((row) => row[index])].map((one) => one?.children ?? []));
  if (isNarrow(columns, view)) return null;
  const [caption] = elements(table, 'caption');
  return (
    <div class="records">
      {caption && (
        <p class="caption">
          <strong>{caption.children}</strong>
        </p>
      )}
      {rows.map((row) => (
        <div class="record">
          {row.map((cell, index) => (
            <p>
              {wordsOf(head[index]?.children ?? []) !== '' && <strong>{head[index]?.children}: </strong>}
              {cell.children}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A diary that large print has no room for: a day with its lines to write on, below each other. Null where the diary fits. */
export function diaryRecordsOf({ days, columns }: Tracker, view: View): Markup | null {
  const [first, ...others] = columns;
  if (
    view.edition !== 'large-print' ||
    isNarrow(
      columns.map((column) => [column]),
      view,
    )
  )
    return null;
  return (
    <div class="records">
      {Array.from({ length: days }, (_, index) => (
        <div class="record">
          <p>
            <strong>
              {first} {index + 1}
            </strong>
          </p>
          {others.map((column) => (
            <WriteLine>
              <span>{column}</span>
            </WriteLine>
          ))}
        </div>
      ))}
    </div>
  );
}

/** True where the longest words of all columns stand beside each other. */
function isNarrow(columns: readonly (readonly Children[])[], { paper }: View): boolean {
  const room = (papers[paper ?? 'a4'].width / 25.4) * 72 - margins;
  const widths = columns.map((cells) => {
    const lengths = cells.flatMap((cell) =>
      wordsOf(cell)
        .split(/[\s\u00ad-]+/)
        .map((word) => word.length),
    );
    return Math.max(0, ...lengths) * letter + gutter;
  });
  return widths.reduce((sum, width) => sum + width, 0) <= room;
}

function spans({ properties }: Element): boolean {
  return Number(properties['colSpan'] ?? 1) > 1 || Number(properties['rowSpan'] ?? 1) > 1;
}

/** The elements with these names, in order; none within each other. */
function elements({ children }: Element, ...names: readonly string[]): readonly Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return names.includes(child.tagName) ? [child] : elements(child, ...names);
  });
}

function wordsOf(children: Children): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child.children) : ''))
    .join('')
    .trim();
}
