import {
  isElement,
  makeElement,
  mapElements,
  type StructureChild,
  type StructureElement,
} from './structure-element.ts';

/** What may stand directly in a list (ISO 32000-1, table 336). */
const listChildren = new Set(['LI', 'L', 'Caption']);

/** Gives lists the only shape they may have (table 336): L of LI, LI of Lbl and LBody. */
export function itemiseLists(root: StructureElement): StructureElement {
  return mapElements(root, (element) => {
    if (element.type === 'L') return gatherStrays(element);
    if (element.type === 'LI') return wrapBody(element);
    return element;
  });
}

/** Labels first, then bodies; what is neither is a body of its own. */
function wrapBody(item: StructureElement): StructureElement {
  const labels = item.children.filter((child) => isElement(child, 'Lbl'));
  const bodies = item.children.filter((child) => isElement(child, 'LBody'));
  const rest = item.children.filter((child) => !isElement(child, 'Lbl') && !isElement(child, 'LBody'));
  const body = rest.length > 0 ? [makeElement('LBody', rest, item.language)] : [];
  return { ...item, children: [...labels, ...bodies, ...body] };
}

/** What stands in a list but in no item: each label begins a new item, the rest joins the item before it. */
function gatherStrays(list: StructureElement): StructureElement {
  const children: StructureChild[] = [];
  let strays: StructureChild[] = [];
  const close = (): void => {
    if (strays.length > 0) children.push(wrapBody(makeElement('LI', strays, list.language)));
    strays = [];
  };
  for (const child of list.children) {
    const isChild = isElement(child) && listChildren.has(child.type);
    if (isChild || isElement(child, 'Lbl')) close();
    if (isChild) children.push(child);
    else strays.push(child);
  }
  close();
  return { ...list, children };
}
