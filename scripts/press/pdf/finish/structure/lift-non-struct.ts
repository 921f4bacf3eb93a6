import { holdsBlocks, isTablePart } from './element-types.ts';
import { isElement, type StructureChild, type StructureElement } from './structure-element.ts';

/** Elements that hold a line of text: a Div in them can only be a Span. */
const lineTypes = /^(P|H\d|LBody|TD|TH|Lbl|Link|Caption)$/;

/**
 * Takes out the elements that say nothing: NonStruct, a Span without a language of its own, elements without content. Their
 * children take their place. A NonStruct that changes the language becomes a Div or a Span.
 */
export function liftNonStruct(element: StructureElement): StructureElement {
  const children = element.children.flatMap((child) => (isElement(child) ? lift(child, element) : [child]));
  return { ...element, children };
}

function lift(element: StructureElement, parent: StructureElement): readonly StructureChild[] {
  const inner = liftNonStruct(element);
  if (inner.children.length === 0 && !isTablePart(inner) && inner.type !== 'Figure') return [];
  const type = typeOf(inner, parent);
  const saysNothing = (type === 'NonStruct' || type === 'Span') && inner.language === parent.language && !inner.alt;
  return saysNothing ? inner.children : [{ ...inner, type: type === 'NonStruct' ? groupType(inner) : type }];
}

function typeOf(element: StructureElement, parent: StructureElement): string {
  if (element.type === 'Link' && !element.children.some((child) => child.kind === 'object')) return 'Span';
  if (element.type === 'Div' && lineTypes.test(parent.type) && !holdsBlocks(element)) return 'Span';
  return element.type;
}

function groupType(element: StructureElement): string {
  return holdsBlocks(element) ? 'Div' : 'Span';
}
