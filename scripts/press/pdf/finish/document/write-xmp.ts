import { Name, Stream, dictionary } from '../objects/pdf-object.ts';
import { isoDate, joinKeywords, type Metadata } from './metadata.ts';

/** The metadata stream (ISO 32000-1, 14.3.2): an XMP packet (ISO 16684-1) with the claims of ISO 14289-1, 5 and ISO 19005-2, 6.6.4. */
export function writeXmp(metadata: Metadata): Stream {
  const { title, language, author, subject, identifier, producer, claim } = metadata;
  const date = isoDate(metadata.date);
  const keywords = joinKeywords(metadata);
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    property('dc:identifier', identifier),
    alternatives('dc:title', title),
    list('dc:language', 'Bag', language),
    author === null ? '' : list('dc:creator', 'Seq', author),
    subject === null ? '' : alternatives('dc:description', subject),
    keywords === null ? '' : property('pdf:Keywords', keywords),
    property('xmp:CreateDate', date),
    property('xmp:ModifyDate', date),
    property('xmp:CreatorTool', producer),
    property('pdf:Producer', producer),
    ...(claim ? claims : []),
  ].filter((line) => line !== '');
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${[...namespaces, ...(claim ? claimNamespaces : [])].join(' ')}>
${properties.join('\n')}
</rdf:Description>
${claim ? extensionSchema : ''}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
  return new Stream(dictionary({ Type: new Name('Metadata'), Subtype: new Name('XML') }), Buffer.from(packet, 'utf8'));
}

const namespaces = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
];

const claimNamespaces = [
  'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
];

const claims = [property('pdfuaid:part', '1'), property('pdfaid:part', '2'), property('pdfaid:conformance', 'A')];

/** PDF/A-2 wants properties that it does not know to be described (ISO 19005-2, 6.6.2.3): those of PDF/UA. */
const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

function property(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`;
}

function alternatives(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt></${name}>`;
}

function list(name: string, container: 'Bag' | 'Seq', text: string): string {
  return `<${name}><rdf:${container}><rdf:li>${escape(text)}</rdf:li></rdf:${container}></${name}>`;
}

/** Text for XML 1.0, which has no control characters but tab and line ends. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
