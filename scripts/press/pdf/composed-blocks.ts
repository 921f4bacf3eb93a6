import type { Element, ElementContent } from 'hast';
import { hasClass, isInline, property } from './dialect/elements.ts';
import { labelsOf } from './dialect/number-lists.ts';

/** A block of text of the composed document, as a reader should hear it. */
export interface ComposedBlock {
  readonly text: string;
  /** Ids that start in it, or in empty blocks before it. */
  readonly ids: readonly string[];
  /** Keys of the author's blocks (`data.block`) that start there. */
  readonly keys: readonly string[];
}

/**
 * The text of a document in reading order, block by block: alternative texts in their places, list labels as blocks of their own,
 * nothing of what is drawn for the eye only. It is read from the composed tree and not from the press's copy of it, so
 * that the audit sees what the press loses. `numbers` are the pages that its `data-page-of` elements say.
 */
export function composedBlocks(
  body: readonly Element[],
  numbers: ReadonlyMap<string, number> = new Map(),
): readonly ComposedBlock[] {
  const blocks: ComposedBlock[] = [];
  let text = '';
  let ids: string[] = [];
  let keys: string[] = [];
  const endBlock = (): void => {
    if (text.trim() !== '') {
      blocks.push({ text, ids, keys });
      ids = [];
      keys = [];
    }
    text = '';
  };
  const labels = new Map<Element, string>();
  const read = (node: ElementContent): void => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element' || isSilent(node)) return;
    const isBlock = !isInline(node) || hasClass(node, 'lb');
    if (isBlock) endBlock();
    const id = property(node, 'id');
    if (id !== null) ids.push(id);
    if (node.data?.block !== undefined) keys.push(node.data.block);
    const label = labels.get(node);
    if (label !== undefined) blocks.push({ text: label, ids: ids.splice(0), keys: keys.splice(0) });
    for (const { item, label } of labelsOf(node)) labels.set(item, label);
    if (node.tagName === 'img') text += property(node, 'alt') ?? '';
    if (node.tagName === 'br') text += '\n';
    const target = property(node, 'dataPageOf');
    if (target !== null) {
      text += String(numbers.get(target) ?? 0);
      return;
    }
    for (const child of node.children) read(child);
    if (isBlock) endBlock();
  };
  for (const element of body) read(element);
  endBlock();
  return blocks;
}

/** Not for the ear: the caption says it in words, or a form field takes its place. */
function isSilent(element: Element): boolean {
  if (property(element, 'dataArtifact') !== null || property(element, 'ariaHidden') === 'true') return true;
  return element.tagName === 'rp' || (hasClass(element, 'box') && property(element, 'dataField') !== null);
}
