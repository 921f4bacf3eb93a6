import { holdsBlocks, isTablePart } from './element-types.ts';
import { isElement, replaceChildren, type StructureChild, type StructureElement } from './structure-element.ts';

/** Elements that hold a line of text: a Div in them can only be a Span. */
const lineTypes = /^(P|H\d|LBody|TD|TH|Lbl|Link|Caption)$/;

/**
 * Takes out the elements that say nothing: NonStruct, a Span without a language of its own, elements without content. Their
 * children take their place. A NonStruct that changes the language becomes a Div or a Span.
 */
export function liftNonStruct(element: StructureElement): StructureElement {
  return replaceChildren(element, (child) => (isElement(child) ? lift(child, element) : child));
}

function lift(element: StructureElement, parent: StructureElement): StructureElement | readonly StructureChild[] {
  const inner = liftNonStruct(element);
  if (inner.children.length === 0 && !isTablePart(inner) && inner.type !== 'Figure') return [];
  const type = typeOf(inner, parent);
  const saysNothing = (type === 'NonStruct' || type === 'Span') && inner.language === parent.language && !inner.alt;
  if (saysNothing) return inner.children;
  if (type === 'NonStruct') return { ...inner, type: groupType(inner) };
  return type === inner.type ? inner : { ...inner, type };
}

function typeOf(element: StructureElement, parent: StructureElement): string {
  if (element.type === 'Link' && !element.children.some((child) => child.kind === 'object')) return 'Span';
  if (element.type === 'Div' && lineTypes.test(parent.type) && !holdsBlocks(element)) return 'Span';
  return element.type;
}

function groupType(element: StructureElement): string {
  return holdsBlocks(element) ? 'Div' : 'Span';
}
