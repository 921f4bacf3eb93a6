import type { ContentIndex } from './content-index.ts';
import { isElement, leavesOf, type StructureElement } from './structure-element.ts';

/** One block of text as a screen reader comes upon it. */
export interface Block {
  /** Structure type of the element that holds it: `P`, `H2`, `Lbl`, `LBody`, `TD`, `Figure` … */
  readonly type: string;
  /** White space collapsed and trimmed; of a Figure the alternate description. */
  readonly text: string;
  /** 0-based; where it begins. */
  readonly page: number;
}

/** Elements that are part of the text around them. A Lbl is a block: it is announced by itself. */
const withinText = new Set([
  'Span',
  'Link',
  'Form',
  'Strong',
  'Em',
  'Code',
  'Quote',
  'Reference',
  'Sub',
  'Annot',
  'Ruby',
]);

/** The blocks of a tree in reading order; what holds no text is left out. */
export function readBlocks(root: StructureElement, contents: ContentIndex): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly type: string; text: string; page: number } | null = null;
  const close = (): void => {
    const text = open?.text.replace(/\s+/g, ' ').trim();
    if (open && text) blocks.push({ ...open, text });
    open = null;
  };
  const say = (type: string, text: string, page: number): void => {
    open ??= { type, text: '', page };
    open.text += text;
  };
  const visit = (element: StructureElement, block: string): void => {
    const replacement = element.alt ?? element.actualText;
    if (replacement !== null) {
      const [{ page } = { page: 0 }] = leavesOf(element);
      say(block, replacement, page);
      return;
    }
    for (const child of element.children) {
      if (!isElement(child)) {
        if (child.kind === 'content') say(block, contents.at(child).text, child.page);
      } else if (withinText.has(child.type)) visit(child, block);
      else {
        close();
        visit(child, child.type);
        close();
      }
    }
  };
  visit(root, root.type);
  close();
  return blocks;
}
