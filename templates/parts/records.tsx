import type { Element } from 'hast';
import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Children, EditionId, Paper } from '../../scripts/model.ts';
import type { Tracker, View } from '../view.ts';
import { WriteLine } from './boxes.tsx';

/** What stands beside each other in an edition, in pt: the width of a line, a letter of a table's head, what parts columns. */
interface Room {
  readonly line: Readonly<Record<Paper, number>>;
  readonly letter: number;
  readonly gutter: number;
}

/** Editions with large type or small pages; in others a table has room. */
const rooms: Partial<Record<EditionId, Room>> = {
  'large-print': { line: { a4: 453, letter: 470 }, letter: 10.8, gutter: 12 },
  booklet: { line: { a4: 340, letter: 316 }, letter: 6.2, gutter: 8 },
};

/**
 * A table that is too wide, since words are not split: row by row, each cell after its column's name. Null where the table
 * fits, or where cells span others and cannot stand alone.
 */
export function recordsOf(table: Element, view: View): Markup | null {
  const [head, ...rows] = elements(table, 'tr').map((row) => elements(row, 'th', 'td'));
  if (!head || rows.length === 0 || [head, ...rows].flat().some(spans)) return null;
  const columns = head.map((cell, index) => [cell, ...rows.map((row) => row[index])].map((one) => one?.children ?? []));
  if (hasRoom(columns, view)) return null;
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

/** A diary that is too wide: a day with its lines to write on, below each other. Null where the diary fits. */
export function diaryRecordsOf({ days, columns }: Tracker, view: View): Markup | null {
  const [first, ...others] = columns;
  if (
    hasRoom(
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
function hasRoom(columns: readonly (readonly Children[])[], { edition, paper }: View): boolean {
  const room = rooms[edition];
  if (!room) return true;
  const widths = columns.map((cells) => {
    const lengths = cells.flatMap((cell) =>
      wordsOf(cell)
        .split(/[\s\u00ad-]+/)
        .map((word) => word.length),
    );
    return Math.max(0, ...lengths) * room.letter + room.gutter;
  });
  return widths.reduce((sum, width) => sum + width, 0) <= room.line[paper ?? 'a4'];
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
