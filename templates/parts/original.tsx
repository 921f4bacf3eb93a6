import type { Element, ElementContent } from 'hast';
import type { Children } from '../../scripts/model.ts';
import type { Child, Markup } from '../jsx/jsx-runtime.ts';
import type { CareCard, OriginalCard, View } from '../view.ts';

/** True where cards stand in two languages: page 1 then has no room for the steps. */
export function isBilingual({ cards }: View): boolean {
  return cards.some(({ original }) => original !== null);
}

/** Words of the original, with their language and direction: a screen reader changes its voice. */
export function InOriginal({ original, children }: { original: OriginalCard; children?: Child }): Markup {
  return (
    <p class="original" lang={original.language} dir={original.direction}>
      {children}
    </p>
  );
}

/** What a card says: each sign with the original's below it, or the original as a whole where they do not pair. */
export function inPairs(card: CareCard): Children {
  const { content, original } = card;
  if (original === null) return content;
  return pairBlocks(content.filter(isElement), original.content.filter(isElement), original) ?? oneAfterTheOther(card);
}

/** What a card says, then what the original says: in narrow columns pairs would take more room. */
export function oneAfterTheOther({ content, original }: CareCard): Children {
  return original === null ? content : [...content, originalAlone(original)];
}

/** What the original says, as a whole. */
export function originalAlone(original: OriginalCard): Element {
  return (
    <div class="original" lang={original.language} dir={original.direction}>
      {original.content}
    </div>
  ) as Element;
}

/** Null where there are more or other blocks on one side, or more items in a list. */
function pairBlocks(own: readonly Element[], others: readonly Element[], original: OriginalCard): Children | null {
  const pairs = own.map((block, index) => pairBlock(block, others[index], original));
  return own.length === others.length && pairs.every((pair) => pair !== null) ? pairs.flat() : null;
}

function pairBlock(own: Element, other: Element | undefined, original: OriginalCard): Element[] | null {
  if (other?.tagName !== own.tagName) return null;
  if (own.tagName === 'p') return [own, inOriginal(original, other.children)];
  if (own.tagName !== 'ul' && own.tagName !== 'ol') return null;
  const [items, others] = [own.children.filter(isElement), other.children.filter(isElement)];
  if (items.length !== others.length) return null;
  const children = items.map((item, index) => pairItem(item, others[index]?.children ?? [], original));
  return children.every((child) => child !== null) ? [{ ...own, children }] : null;
}

/** Null for an item that holds more than one paragraph or line of words. */
function pairItem(item: Element, other: Children, original: OriginalCard): Element | null {
  const words = wordsOf(other);
  if (words === null || wordsOf(item.children) === null) return null;
  return { ...item, children: [...item.children, inOriginal(original, words)] };
}

function wordsOf(content: Children): Children | null {
  const elements = content.filter(isElement);
  const [only] = elements;
  if (only?.tagName === 'p' && elements.length === 1) return only.children;
  return elements.some(({ tagName }) => /^(?:p|ul|ol|div|table|pre|blockquote)$/.test(tagName)) ? null : content;
}

function inOriginal(original: OriginalCard, children: Children): Element {
  return (<InOriginal original={original}>{children}</InOriginal>) as Element;
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}
