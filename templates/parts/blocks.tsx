import type { ElementContent } from 'hast';
import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Block, View } from '../view.ts';
import { arrange } from './arrange.ts';
import { Action } from './action.tsx';
import { AskFirst, Box } from './boxes.tsx';
import { CareCard } from './care-card.tsx';
import { Figure } from './figure.tsx';
import { recordsOf } from './records.tsx';
import { Scrolling } from './scrolling.tsx';
import { Steps } from './steps.tsx';
import { Tracker } from './tracker.tsx';

/** Most rows of a table that is kept on one page: fewer where pages are small or type is large. */
function rowsKept({ edition }: View): number {
  return edition === 'booklet' || edition === 'large-print' ? 5 : 12;
}

/** Prints a section's blocks. `level` is the heading level of the section's title. */
export function Blocks({ blocks, view, level }: { blocks: readonly Block[]; view: View; level: number }): Markup {
  // A plain folder's pictures are of any kind and size: they stand under each other.
  // In large print, too, for want of room.
  const onPaper = view.paper !== null && view.cards.length > 0 && view.edition !== 'large-print';
  return <>{arrange(blocks, onPaper).map((group) => printGroup(group, view, level, onPaper))}</>;
}

function printGroup(group: readonly Block[], view: View, level: number, onPaper: boolean): Markup {
  const kinds = new Set(group.map(({ kind }) => kind));
  const place = onPaper ? (kinds.has('prose') ? 'beside' : 'alone') : undefined;
  const printed = group.map((block) => printBlock(block, view, level, place));
  if (kinds.has('do') && kinds.has('dont')) return <div class="pair do-dont">{printed}</div>;
  return kinds.has('action') ? <div class="actions">{printed}</div> : <>{printed}</>;
}

function printBlock(block: Block, view: View, level: number, place: 'beside' | 'alone' | undefined): Markup {
  switch (block.kind) {
    case 'prose':
      return <>{block.content.map((node) => withHeadingsAt(level, node))}</>;
    case 'heading': {
      const Heading = headingAt(level, block.depth);
      return <Heading id={block.id || undefined}>{block.content}</Heading>;
    }
    case 'figure':
      return <Figure figure={block} place={place} />;
    case 'table':
      return (
        recordsOf(block.table, view) ?? (
          <Scrolling view={view} kind={block.rows <= rowsKept(view) ? 'table' : 'long-table'}>
            {block.table}
          </Scrolling>
        )
      );
    case 'tracker':
      return <Tracker tracker={block} view={view} />;
    case 'action':
      return <Action action={block} view={view} level={level + 1} />;
    case 'care-card':
      return <CareCard card={block} view={view} level={level + 1} />;
    case 'ask-first':
      return <AskFirst box={block} view={view} level={level + 1} />;
    case 'steps':
      return <Steps steps={block} view={view} />;
    default:
      return <Box box={block} view={view} level={level + 1} />;
  }
}

/** The element for an author's heading in a section whose title has this level. */
function headingAt(level: number, depth: number): string {
  return `h${Math.min(6, level + depth - 1)}`;
}

/** Headings inside a quote, a list or raw HTML stand below the section's title, as its other headings do. */
function withHeadingsAt(level: number, node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const tagName = /^h[1-6]$/.test(node.tagName) ? headingAt(level, Number(node.tagName[1])) : node.tagName;
  return { ...node, tagName, children: node.children.map((child) => withHeadingsAt(level, child)) };
}
