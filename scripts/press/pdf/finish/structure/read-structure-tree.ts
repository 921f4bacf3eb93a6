import { inTransparencyGroup, unexpectedPdf } from '../finish-error.ts';
import { required, type PdfFile } from '../objects/pdf-file.ts';
import { PdfString, Reference, extend, isDictionary, type Dictionary, type PdfObject } from '../objects/pdf-object.ts';
import { parseCarrier } from './apply-carriers.ts';
import type { StructureChild, StructureElement } from './structure-element.ts';

/**
 * Reads the structure tree (ISO 32000-1, 14.7). `pages` gives the index of a page object; `language` is the document's.
 * Throws `transparency-group` for content inside a form XObject.
 */
export function readStructureTree(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
  language: string,
): StructureElement {
  const catalog = required(file.dictionary(file.trailer.get('Root')), 'a catalog');
  const root = required(file.dictionary(catalog.get('StructTreeRoot')), 'a structure tree: print with tags');
  const [document] = file.items(root.get('K'));
  const entries = required(file.dictionary(document), 'a root element');
  // The document's language is the caller's: it may say more (`en-GB`) than the HTML did.
  const element = readElement(file, pages, extend(entries, { Lang: undefined }), language);
  if (element.type !== 'Document') throw unexpectedPdf('a Document element as root', element.type);
  return element;
}

function readElement(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
  object: PdfObject,
  inherited: string,
): StructureElement {
  const entries = required(file.dictionary(object), 'a structure element');
  const { language, carrier } = parseCarrier(file.text(entries.get('Lang')), inherited);
  const page = entries.get('Pg');
  const id = file.resolve(entries.get('ID'));
  return {
    kind: 'element',
    type: required(file.name(entries.get('S')), 'a structure type'),
    children: file.items(entries.get('K')).map((child) => readChild(file, pages, child, page, language)),
    language,
    alt: file.text(entries.get('Alt')),
    actualText: file.text(entries.get('ActualText')),
    id: id instanceof PdfString ? id.bytes : null,
    attributes: readAttributes(file, entries),
    carrier,
    source: object instanceof Reference ? object.number : null,
  };
}

function readChild(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
  object: PdfObject,
  ownerPage: PdfObject | undefined,
  language: string,
): StructureChild {
  const child = file.resolve(object);
  if (typeof child === 'number') return { kind: 'content', page: pageIndex(pages, ownerPage), mcid: child };
  if (child === null || !isDictionary(child)) throw unexpectedPdf('a structure element', 'something else');
  const page = (): number => pageIndex(pages, child.get('Pg') ?? ownerPage);
  switch (file.name(child.get('Type'))) {
    case 'MCR': {
      if (child.has('Stm')) throw inTransparencyGroup(page());
      return { kind: 'content', page: page(), mcid: required(file.number(child.get('MCID')), 'an MCID') };
    }
    case 'OBJR': {
      const target = child.get('Obj');
      if (!(target instanceof Reference)) throw unexpectedPdf('a reference to an annotation', 'something else');
      return { kind: 'object', page: page(), object: target };
    }
    default:
      return readElement(file, pages, object, language);
  }
}

/** One attribute object per owner; spans of 1 are the default (table 349). */
function readAttributes(file: PdfFile, entries: Dictionary): ReadonlyMap<string, Dictionary> {
  const attributes = new Map<string, Dictionary>();
  for (const item of file.items(entries.get('A'))) {
    const own = required(file.dictionary(item), 'an attribute object');
    const owner = required(file.name(own.get('O')), 'an attribute owner');
    const wanted = Object.fromEntries(
      [...own].filter(([key, value]) => !((key === 'RowSpan' || key === 'ColSpan') && value === 1)),
    );
    attributes.set(owner, extend(attributes.get(owner) ?? new Map(), wanted));
  }
  return new Map([...attributes].filter(([, own]) => own.size > 1));
}

function pageIndex(pages: ReadonlyMap<number, number>, page: PdfObject | undefined): number {
  return required(page instanceof Reference ? pages.get(page.number) : null, 'the page of a structure element');
}
