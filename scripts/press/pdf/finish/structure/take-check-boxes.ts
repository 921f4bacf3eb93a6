import { FinishError } from '../finish-error.ts';
import type { PdfFile } from '../objects/pdf-file.ts';
import type { Reference } from '../objects/pdf-object.ts';
import type { ContentIndex } from './content-index.ts';
import { linkTarget } from './link-target.ts';
import { mapElements, type ObjectReference, type StructureElement } from './structure-element.ts';

/** A check box that HTML asked for. */
export interface CheckBox {
  /** Unique in the document: `[A-Za-z0-9_-]+`. */
  readonly name: string;
  /** What a screen reader says. */
  readonly tooltip: string;
  /** 0-based. */
  readonly page: number;
  /** The link annotation that is to become its widget. */
  readonly annotation: Reference;
}

/** Anchors that lead here are check boxes: `?name=…&tip=…`. The domain `.invalid` (RFC 2606) leads nowhere else. */
const fieldAddress = 'https://field.guidepress.invalid/';

/**
 * Makes a Form of each link to the field address. Chromium has put it in its place in reading order and on the page; its only child
 * is the annotation (ISO 14289-1, 7.18.4). Throws `field-name` for a name that is empty, odd or used twice.
 */
export function takeCheckBoxes(
  root: StructureElement,
  file: PdfFile,
  contents: ContentIndex,
): { readonly tree: StructureElement; readonly checkBoxes: readonly CheckBox[] } {
  const checkBoxes = new Map<string, CheckBox>();
  const tree = mapElements(root, (element) => {
    const annotations = element.children.filter((child) => child.kind === 'object');
    const [annotation, ...more] = annotations;
    const uri = annotation ? linkTarget(file, annotation.object).uri : null;
    if (!annotation || !uri?.startsWith(fieldAddress)) return element;
    const checkBox = readCheckBox(uri, annotation);
    if (checkBoxes.has(checkBox.name)) throw fieldName(checkBox, 'used once');
    checkBoxes.set(checkBox.name, checkBox);
    contents.giveUp(more);
    return { ...element, type: 'Form', children: [annotation], attributes: new Map(), alt: null };
  });
  return { tree, checkBoxes: [...checkBoxes.values()] };
}

function readCheckBox(uri: string, { object, page }: ObjectReference): CheckBox {
  const { searchParams } = new URL(uri);
  const name = searchParams.get('name') ?? '';
  const tooltip = searchParams.get('tip') ?? '';
  const checkBox = { name, tooltip, page, annotation: object };
  // A period would make a hierarchy of names (ISO 32000-1, 12.7.3.2).
  if (!/^[A-Za-z0-9_-]+$/.test(name)) throw fieldName(checkBox, 'of letters, digits, `_` and `-`');
  if (tooltip.trim() === '') throw fieldName(checkBox, 'with a `tip`');
  return checkBox;
}

function fieldName({ name, page }: CheckBox, expected: string): FinishError {
  return new FinishError(
    'field-name',
    `Unexpected check box \`${name}\` on page ${page + 1}, expected a name ${expected}`,
  );
}
