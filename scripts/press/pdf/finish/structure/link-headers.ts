import { PdfString, extend, isArray, type Dictionary } from '../objects/pdf-object.ts';
import { elementsOf, isElement, mapElements, replaceChildren, type StructureElement } from './structure-element.ts';

/**
 * Ties the cells of a table with spans to their heads by ID and Headers (ISO 14289-1, 7.5), with ids in reading order in place
 * of the browser's, which differ from run to run. In a table without spans Scope says it all, and both are dropped.
 */
export function linkHeaders(root: StructureElement): StructureElement {
  let last = 0;
  const visit = (element: StructureElement): StructureElement => {
    if (element.type === 'Table') return linkTable(element, () => `th${(last += 1)}`);
    return replaceChildren(element, (child) => (isElement(child) ? visit(child) : child));
  };
  return visit(root);
}

function linkTable(table: StructureElement, nextId: () => string): StructureElement {
  const ids = new Map<string, string>();
  const elements = [...elementsOf(table)];
  const hasSpans = elements.some(({ attributes }) => {
    const own = attributes.get('Table');
    return own?.has('RowSpan') || own?.has('ColSpan');
  });
  if (hasSpans) for (const { type, id } of elements) if (type === 'TH' && id !== null) ids.set(id, nextId());
  return mapElements(table, (element) => {
    if (element.type !== 'TH' && element.type !== 'TD') return element;
    const id = element.type === 'TH' ? (ids.get(element.id ?? '') ?? null) : null;
    return { ...element, id, attributes: relink(element.attributes, ids) };
  });
}

function relink(
  attributes: ReadonlyMap<string, Dictionary>,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, Dictionary> {
  const own = attributes.get('Table');
  const headers = own?.get('Headers');
  if (!own || headers === undefined || !isArray(headers)) return attributes;
  const known = headers.flatMap((header) => (header instanceof PdfString ? (ids.get(header.bytes) ?? []) : []));
  const table = extend(own, { Headers: known.length > 0 ? known.map((id) => new PdfString(id)) : undefined });
  const changed = new Map(attributes);
  if (table.size > 1) changed.set('Table', table);
  else changed.delete('Table');
  return changed;
}
