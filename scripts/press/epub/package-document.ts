import type { Element } from 'xast';
import type { Publication } from '../../model.ts';
import type { Accessibility } from './accessibility.ts';
import { element, writeXml, type XmlChild } from './xml.ts';

/** One file of the book, as the manifest lists it. */
export interface Item {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  /** `nav`, `cover-image`, `svg`, `mathml`. */
  readonly properties: readonly string[];
}

/** Writes the package document (EPUB 3.3, section 5): metadata, manifest and, by the ids of items, the spine; and whose pages are marked. */
export function writePackageDocument(
  publication: Publication,
  accessibility: Accessibility,
  items: readonly Item[],
  spine: readonly string[],
  pageSource: string | null,
): string {
  const { language, direction } = publication;
  return writeXml(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'identifier',
        'xml:lang': language,
        dir: direction,
        prefix: 'ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/',
      },
      lines('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
        ...bibliography(publication),
        ...discovery(accessibility),
        pageSource === null ? null : property('pageBreakSource', pageSource),
        publication.fonts.length > 0 ? property('ibooks:specified-fonts', 'true') : null,
        // EPUB 2 readers and some shops find the cover by this name.
        element('meta', { name: 'cover', content: 'cover-image' }),
      ]),
      lines(
        'manifest',
        {},
        items.map(({ id, href, mediaType, properties }) =>
          element('item', { id, href, 'media-type': mediaType, properties: properties.join(' ') || null }),
        ),
      ),
      lines(
        'spine',
        { toc: 'ncx', 'page-progression-direction': direction },
        spine.map((idref) => element('itemref', { idref })),
      ),
    ),
  );
}

/** Dublin Core elements (section 5.5.3), and `dcterms:modified`, which must be there, in UTC to the second. */
function bibliography(publication: Publication): readonly XmlChild[] {
  const { identifier, title, subtitle, language, authors, publisher, source, date, description, subjects } =
    publication;
  const { statusSentence } = publication;
  return [
    element('dc:identifier', { id: 'identifier' }, identifier),
    element('dc:title', { id: 'title' }, title),
    property('title-type', 'main', '#title'),
    ...(subtitle
      ? [element('dc:title', { id: 'subtitle' }, subtitle), property('title-type', 'subtitle', '#subtitle')]
      : []),
    element('dc:language', {}, language),
    ...authors.flatMap((author, index) => [
      element('dc:creator', { id: `creator-${index + 1}` }, author),
      element('meta', { refines: `#creator-${index + 1}`, property: 'role', scheme: 'marc:relators' }, 'aut'),
    ]),
    publisher ? element('dc:publisher', {}, publisher) : null,
    // A clinic hands it out; the text is somebody else's.
    source ? element('dc:contributor', {}, source) : null,
    element('dc:date', {}, date),
    // EPUB has no property for a review: a second description is shown by readers and catalogues alike.
    ...[description, statusSentence].filter(Boolean).map((text) => element('dc:description', {}, text)),
    ...subjects.map((subject) => element('dc:subject', {}, subject)),
    property('dcterms:modified', `${date}T00:00:00Z`),
  ];
}

function discovery({ modes, sufficient, features, hazards, summary }: Accessibility): readonly XmlChild[] {
  return [
    ...modes.map((mode) => property('schema:accessMode', mode)),
    ...sufficient.map((set) => property('schema:accessModeSufficient', set)),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    ...hazards.map((hazard) => property('schema:accessibilityHazard', hazard)),
    summary === null ? null : property('schema:accessibilitySummary', summary),
  ];
}

function property(name: string, value: string, refines: string | null = null): Element {
  return element('meta', { refines, property: name }, value);
}

/** One child a line, so that two books can be compared line by line. */
function lines(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlChild[]): Element {
  return element(name, attributes, '\n', ...children.filter(Boolean).flatMap((child) => [child, '\n']));
}
