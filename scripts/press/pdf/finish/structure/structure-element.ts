import type { Dictionary, Reference } from '../objects/pdf-object.ts';

/**
 * A structure element (ISO 32000-1, 14.7.2). Trees are never changed: each pass makes a new one. HTML is parsed to a depth
 * of 512 at most, so passes may recurse.
 */
export interface StructureElement {
  readonly kind: 'element';
  /** Structure type, S: `P`, `H1`, `LI` … */
  readonly type: string;
  readonly children: readonly StructureChild[];
  /** In force here, own or inherited. */
  readonly language: string;
  /** Alternate description of a Figure (14.9.3). */
  readonly alt: string | null;
  /** Replacement text (14.9.4). */
  readonly actualText: string | null;
  /** Element identifier (table 323); within tables, as read, the browser's. */
  readonly id: string | null;
  /** Attribute objects by owner (14.7.5): `Table`, `List`, `Layout`. */
  readonly attributes: ReadonlyMap<string, Dictionary>;
  /** What the HTML asked for in its language tag: `['note', 'a']`. See `apply-carriers.ts`. */
  readonly carrier: readonly string[];
  /** The element's object in the file as read: the outline points to it. Null for an element that a pass made. */
  readonly source: number | null;
}

/** A marked-content reference (14.7.4.2): a sequence in a page's content stream. */
export interface ContentReference {
  readonly kind: 'content';
  /** 0-based. */
  readonly page: number;
  readonly mcid: number;
}

/** An object reference (14.7.4.3): an annotation. */
export interface ObjectReference {
  readonly kind: 'object';
  /** 0-based. */
  readonly page: number;
  readonly object: Reference;
}

/** What an element holds, in reading order. */
export type StructureChild = StructureElement | ContentReference | ObjectReference;

/** A new element, in place of others or around them. */
export function makeElement(type: string, children: readonly StructureChild[], language: string): StructureElement {
  return {
    kind: 'element',
    type,
    children,
    language,
    alt: null,
    actualText: null,
    id: null,
    attributes: new Map(),
    carrier: [],
    source: null,
  };
}

/** Whether a child is an element, of that type if one is given. */
export function isElement(child: StructureChild, type?: string): child is StructureElement {
  return child.kind === 'element' && (type === undefined || child.type === type);
}

/** The element with each child replaced by none, one or many; the same object if nothing changes. */
export function replaceChildren(
  element: StructureElement,
  replace: (child: StructureChild) => StructureChild | readonly StructureChild[],
): StructureElement {
  let isSame = true;
  const children: StructureChild[] = [];
  for (const child of element.children) {
    const replaced = replace(child);
    isSame &&= replaced === child;
    if ('kind' in replaced) children.push(replaced);
    else children.push(...replaced);
  }
  return isSame ? element : { ...element, children };
}

/** The tree with each element changed, children before their parent. */
export function mapElements(
  element: StructureElement,
  change: (element: StructureElement) => StructureElement,
): StructureElement {
  return change(replaceChildren(element, (child) => (isElement(child) ? mapElements(child, change) : child)));
}

/** The element and all elements in it, in reading order. */
export function* elementsOf(root: StructureElement): Generator<StructureElement> {
  for (const child of walk(root)) if (isElement(child)) yield child;
}

/** Content and object references in the element, in reading order. */
export function* leavesOf(root: StructureElement): Generator<ContentReference | ObjectReference> {
  for (const child of walk(root)) if (!isElement(child)) yield child;
}

/** The element with an attribute object set. */
export function withAttributes(element: StructureElement, owner: string, attributes: Dictionary): StructureElement {
  return { ...element, attributes: new Map(element.attributes).set(owner, attributes) };
}

/** One loop with a stack of its own: nested generators would make a deep list cost its depth squared. */
function* walk(root: StructureElement): Generator<StructureChild> {
  const stack: StructureChild[] = [root];
  for (let child = stack.pop(); child; child = stack.pop()) {
    yield child;
    if (!isElement(child)) continue;
    for (let index = child.children.length - 1; index >= 0; index -= 1) {
      const next = child.children[index];
      if (next) stack.push(next);
    }
  }
}
