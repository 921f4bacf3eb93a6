import { required, type PdfFile } from '../objects/pdf-file.ts';
import { extend } from '../objects/pdf-object.ts';
import { textString } from '../objects/text-string.ts';
import type { ContentIndex } from './content-index.ts';
import { linkTarget, type LinkTarget } from './link-target.ts';
import { isElement, mapElements, type StructureElement } from './structure-element.ts';

/** Addresses worth saying: a file or a script is not. */
const spokenSchemes = /^(https?:|mailto:|tel:)/;

/**
 * Gives each link annotation Contents, which screen readers say (ISO 14289-1, 7.18.5): its label from `labels` (by URI or destination
 * name) if there is one, else the printed text, with the address where the text does not hold it.
 */
export function labelLinks(
  root: StructureElement,
  file: PdfFile,
  contents: ContentIndex,
  labels: ReadonlyMap<string, string>,
): StructureElement {
  return mapElements(root, (element) => {
    const annotations = element.children.filter((child) => child.kind === 'object');
    const [first] = annotations;
    if (!first || element.type === 'Form') return element;
    const target = linkTarget(file, first.object);
    const label =
      labels.get(target.uri ?? target.destination ?? '') ?? describe(printedText(element, contents), target);
    for (const { object } of annotations) {
      const entries = required(file.dictionary(object), 'an annotation');
      file.set(object, extend(entries, { Contents: textString(label) }));
    }
    return { ...element, type: 'Link' };
  });
}

function describe(printed: string, { uri, destination }: LinkTarget): string {
  const address = uri?.replace(/^(mailto|tel):/, '') ?? '';
  if (printed === '') return address || destination || 'Link';
  const isSaid = !spokenSchemes.test(uri ?? '') || uri?.includes(printed) || printed.includes(address);
  return isSaid ? printed : `${printed} (${address})`;
}

/** Text of the link on one line; a picture beside text is a word of its own. */
function printedText(link: StructureElement, contents: ContentIndex): string {
  const parts = link.children.map((child) => {
    if (child.kind === 'object') return '';
    return isElement(child) ? ` ${contents.textOf(child)} ` : contents.at(child).text;
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}
