import { Name, dictionary } from '../objects/pdf-object.ts';
import type { ContentIndex } from './content-index.ts';
import { elementsOf, isElement, mapElements, withAttributes, type StructureElement } from './structure-element.ts';

/** Numbering systems by the first label of a list (ISO 32000-1, table 347); any other label is a number. */
const systems: readonly (readonly [label: RegExp, system: string])[] = [
  [/^$|^[\u2022\u25e6\u25aa\u2013*-]/, 'Disc'],
  [/^[ivx]+[.)]/, 'LowerRoman'],
  [/^[IVX]+[.)]/, 'UpperRoman'],
  [/^[a-z][.)]/, 'LowerAlpha'],
  [/^[A-Z][.)]/, 'UpperAlpha'],
];

/** Says of each list with labels how it is numbered (ISO 14289-1, 7.6), and of a label that is drawn that it is a bullet. */
export function numberLists(root: StructureElement, contents: ContentIndex): StructureElement {
  return mapElements(root, (element) => {
    if (element.type === 'Lbl' && isDrawing(element, contents)) return { ...element, actualText: '\u2022' };
    if (element.type !== 'L' || element.attributes.has('List')) return element;
    const items = element.children.filter((child) => isElement(child, 'LI'));
    const label = items.flatMap((item) => item.children).find((child) => isElement(child, 'Lbl'));
    if (!label || !isElement(label)) return element;
    const system = systemOf(contents.textOf(label).trim());
    return withAttributes(element, 'List', dictionary({ O: new Name('List'), ListNumbering: new Name(system) }));
  });
}

function systemOf(label: string): string {
  return systems.find(([pattern]) => pattern.test(label))?.[1] ?? 'Decimal';
}

function isDrawing(label: StructureElement, contents: ContentIndex): boolean {
  const isAlone = [...elementsOf(label)].length === 1;
  return isAlone && label.children.every((child) => child.kind === 'content' && contents.at(child).kind !== 'text');
}
