import type { Element, ElementContent } from 'hast';
import type { Publication } from '../../../model.ts';
import { carryRoles } from './carry-roles.ts';
import { cleanElements } from './clean-elements.ts';
import { collapseWhiteSpace } from './collapse-white-space.ts';
import { embedImages } from './embed-images.ts';
import { fillCells } from './fill-cells.ts';
import { isolateRuns } from './isolate-runs.ts';
import { markFields } from './mark-fields.ts';
import { numberLists } from './number-lists.ts';

/** A semantic document as the dialect that Chromium must be spoken to in to print good tags. The document itself stays as it is. */
export function printTree(
  document: readonly Element[],
  { language, direction, assets }: Pick<Publication, 'language' | 'direction' | 'assets'>,
): readonly Element[] {
  const body = document.map(copyElement);
  cleanElements(body);
  markFields(body);
  collapseWhiteSpace(body);
  isolateRuns(body, direction);
  numberLists(body);
  embedImages(body, assets);
  fillCells(body);
  carryRoles(body, language);
  return body;
}

/** Not `structuredClone`: a node that a template uses twice would stay one, and be rewritten twice. */
function copyElement({ tagName, properties, children }: Element): Element {
  return { type: 'element', tagName, properties: structuredClone(properties), children: children.map(copyContent) };
}

function copyContent(node: ElementContent): ElementContent {
  return node.type === 'element' ? copyElement(node) : { type: node.type, value: node.value };
}
