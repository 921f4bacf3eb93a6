import type { Block } from '../view.ts';

/**
 * Puts together what stands together: actions that follow each other; do and don’t where they meet; on paper a figure and
 * the text that runs past it, which is the text after it or, where none follows, the text before.
 */
export function arrange(blocks: readonly Block[], onPaper: boolean): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const [index, block] of blocks.entries()) {
    const last = groups.at(-1) ?? [];
    const runsPast = onPaper && block.kind === 'figure' && blocks[index + 1]?.kind !== 'prose';
    if (runsPast && last.at(-1)?.kind === 'prose') last.splice(-1, 0, block);
    else if (joins(last, block, onPaper)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function joins(last: readonly Block[], { kind }: Block, onPaper: boolean): boolean {
  const [only, ...more] = last;
  if (!only) return false;
  if (kind === 'action') return only.kind === 'action';
  if (kind === 'prose') return onPaper && last.every((block) => block.kind === 'figure');
  if (kind === 'do' || kind === 'dont') return more.length === 0 && only.kind === (kind === 'do' ? 'dont' : 'do');
  return false;
}
