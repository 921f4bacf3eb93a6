import type { ContentMark } from '../content/mark-content.ts';
import type { PdfFile } from '../objects/pdf-file.ts';
import { Name, PdfString, dictionary, extend, type PdfObject, type Reference } from '../objects/pdf-object.ts';
import { textString } from '../objects/text-string.ts';
import { keyOf } from './content-index.ts';
import { isElement, type StructureElement } from './structure-element.ts';

/** What the rest of the file needs to know about the tree that was written. */
export interface WrittenTree {
  /** The StructTreeRoot. */
  readonly root: Reference;
  /** New marks of marked content, by `keyOf` the reference. */
  readonly marks: ReadonlyMap<string, ContentMark>;
  /** StructParent of annotations, by object number. */
  readonly structParents: ReadonlyMap<number, number>;
  /** New elements by the object number of the old ones. */
  readonly elements: ReadonlyMap<number, Reference>;
}

/** PDF 2.0 types that Chromium writes, and what they are in PDF 1.7 (ISO 32000-1, 14.8.4). */
const roleMap = dictionary({ Strong: new Name('Span'), Em: new Name('Span'), Aside: new Name('Sect') });

/**
 * Writes the tree (ISO 32000-1, 14.7): elements, ParentTree, IDTree and RoleMap. Marked content is numbered anew in reading order,
 * page by page; page `i` has StructParents `i`, annotations follow.
 */
export function writeStructureTree(
  file: PdfFile,
  document: StructureElement,
  pages: readonly Reference[],
): WrittenTree {
  const root = file.add(null);
  const parentsByPage: Reference[][] = pages.map(() => []);
  const annotationParents: Reference[] = [];
  const ids: [string, Reference][] = [];
  const marks = new Map<string, ContentMark>();
  const structParents = new Map<number, number>();
  const elements = new Map<number, Reference>();

  const write = (element: StructureElement, parent: Reference, language: string | null): Reference => {
    const self = file.add(null);
    if (element.source !== null) elements.set(element.source, self);
    if (element.id !== null) ids.push([element.id, self]);
    const page = element.children.find((child) => !isElement(child));
    const pageIndex = page && !isElement(page) ? page.page : null;
    const kids = element.children.map((child): PdfObject => {
      if (isElement(child)) return write(child, self, element.language);
      const Pg = child.page === pageIndex ? undefined : pages[child.page];
      if (child.kind === 'object') {
        structParents.set(child.object.number, pages.length + annotationParents.length);
        annotationParents.push(self);
        return dictionary({ Type: new Name('OBJR'), Obj: child.object, Pg });
      }
      const parents = parentsByPage[child.page] ?? [];
      const mcid = parents.length;
      parents.push(self);
      marks.set(keyOf(child), { tag: element.type, mcid });
      return Pg ? dictionary({ Type: new Name('MCR'), Pg, MCID: mcid }) : mcid;
    });
    const attributes = [...element.attributes.values()];
    file.set(
      self,
      dictionary({
        S: new Name(element.type),
        P: parent,
        Pg: pageIndex === null ? undefined : pages[pageIndex],
        K: oneOrMany(kids),
        A: oneOrMany(attributes),
        ID: element.id === null ? undefined : new PdfString(element.id),
        Alt: element.alt === null ? undefined : textString(element.alt),
        ActualText: element.actualText === null ? undefined : textString(element.actualText),
        Lang: element.language === language ? undefined : textString(element.language),
      }),
    );
    return self;
  };

  const K = write(document, root, null);
  const nums = [
    ...parentsByPage.flatMap((parents, page) => [page, file.add(parents)]),
    ...annotationParents.flatMap((parent, index) => [pages.length + index, parent]),
  ];
  const tree = dictionary({
    Type: new Name('StructTreeRoot'),
    K,
    ParentTree: file.add(dictionary({ Nums: nums })),
    ParentTreeNextKey: pages.length + annotationParents.length,
    RoleMap: roleMap,
  });
  file.set(root, ids.length > 0 ? extend(tree, { IDTree: file.add(idTree(ids)) }) : tree);
  return { root, marks, structParents, elements };
}

function oneOrMany(objects: readonly PdfObject[]): PdfObject | undefined {
  return objects.length > 1 ? objects : objects[0];
}

/** A name tree (7.9.6) of one node, sorted by id. */
function idTree(ids: readonly (readonly [string, Reference])[]): PdfObject {
  const sorted = ids.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return dictionary({ Names: sorted.flatMap(([id, element]) => [new PdfString(id), element]) });
}
