import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Block, View } from '../view.ts';
import { Action } from './action.tsx';
import { AskFirst, Box } from './boxes.tsx';
import { CareCard } from './care-card.tsx';
import { Figure } from './figure.tsx';
import { Scrolling } from './scrolling.tsx';
import { Tracker } from './tracker.tsx';

/** Most rows of a table that is kept on one page. */
const rowsKept = 12;

/**
 * Prints a section's blocks. `level` is the heading level of the section's title.
 * Do and don’t stand side by side where they meet, and so do short actions.
 */
export function Blocks({ blocks, view, level }: { blocks: readonly Block[]; view: View; level: number }): Markup {
  const beside = view.paper !== null && view.cards.length > 0;
  return <>{grouped(beside ? figuresFirst(blocks) : blocks).map((group) => printGroup(group, view, level, beside))}</>;
}

function printGroup(group: readonly Block[], view: View, level: number, beside: boolean): Markup {
  const [first] = group;
  const printed = group.map((block) => printBlock(block, view, level, beside));
  if (first && group.length > 1 && first.kind !== 'action') return <div class="pair do-dont">{printed}</div>;
  return first?.kind === 'action' ? <div class="actions">{printed}</div> : <>{printed}</>;
}

/** A figure stands beside the text that follows it; where none follows, beside the text that came before. */
function figuresFirst(blocks: readonly Block[]): Block[] {
  const arranged: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = arranged.at(-1);
    if (block.kind === 'figure' && before?.kind === 'prose' && blocks[index + 1]?.kind !== 'prose') {
      arranged.splice(-1, 1, block, before);
    } else arranged.push(block);
  }
  return arranged;
}

function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const before = last?.at(-1)?.kind;
    const joins =
      (before === 'action' && block.kind === 'action') ||
      (last?.length === 1 &&
        ((before === 'do' && block.kind === 'dont') || (before === 'dont' && block.kind === 'do')));
    if (last && joins) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function printBlock(block: Block, view: View, level: number, beside: boolean): Markup {
  switch (block.kind) {
    case 'prose':
      return <>{block.content}</>;
    case 'heading': {
      const Heading = `h${Math.min(6, level + block.depth - 1)}`;
      return <Heading id={block.id}>{block.content}</Heading>;
    }
    case 'figure':
      return <Figure figure={block} beside={beside} />;
    case 'table':
      return (
        <Scrolling view={view} kind={block.rows <= rowsKept ? 'table' : 'long-table'}>
          {block.table}
        </Scrolling>
      );
    case 'tracker':
      return <Tracker tracker={block} view={view} />;
    case 'action':
      return <Action action={block} level={level + 1} />;
    case 'care-card':
      return <CareCard card={block} view={view} level={level + 1} />;
    case 'ask-first':
      return <AskFirst box={block} view={view} level={level + 1} />;
    case 'steps':
      return <Steps steps={block} />;
    default:
      return <Box box={block} view={view} level={level + 1} />;
  }
}

/** The three steps of page 1. */
export function Steps({
  steps,
}: {
  steps: { readonly items: readonly (readonly import('hast').ElementContent[])[] };
}): Markup {
  return (
    <ol class="today">
      {steps.items.map((item) => (
        <li>{item}</li>
      ))}
    </ol>
  );
}
