import { readFileSync } from 'node:fs';
import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Asset, Font, Publication } from '../../model.ts';

/**
 * Publication → one self-contained HTML page: styles, fonts and pictures inside, no script but data for search engines
 * (schema.org MedicalWebPage), no address that the page itself would fetch.
 */
export function pressWeb(publication: Publication): Uint8Array {
  const [document] = publication.documents;
  if (!document) throw new Error('Expected a web page to have one document');
  const body = structuredClone(document.body) as Element[];
  embedPictures(body, publication.assets);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: publication.language, dir: publication.direction }, [
        head(publication, document.title),
        element('body', {}, body),
      ]),
    ],
  };
  return new TextEncoder().encode(`${unified().use(rehypeStringify).stringify(root)}\n`);
}

function head(publication: Publication, title: string): Element {
  return element('head', {}, [
    element('meta', { charSet: 'utf-8' }, []),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
    element('title', {}, [text(title)]),
    element('meta', { name: 'description', content: publication.description }, []),
    element('meta', { name: 'generator', content: 'Guidepress' }, []),
    element('meta', { name: 'dcterms.identifier', content: publication.identifier }, []),
    element('meta', { name: 'guidepress.status', content: publication.status }, []),
    ...(publication.statusSentence
      ? [element('meta', { name: 'guidepress.review', content: publication.statusSentence }, [])]
      : []),
    element('style', {}, [text(`${publication.fonts.map(fontFace).join('\n')}\n${publication.css}`)]),
    element('script', { type: 'application/ld+json' }, [text(structuredData(publication, title))]),
  ]);
}

/** schema.org MedicalWebPage; `<` is escaped so that no text can close the script element. */
function structuredData(publication: Publication, title: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    name: title,
    description: publication.description,
    identifier: publication.identifier,
    inLanguage: publication.language,
    dateModified: publication.date,
    audience: { '@type': 'MedicalAudience', audienceType: 'Patient' },
    publisher: { '@type': 'Organization', name: publication.publisher },
    ...reviewData(publication),
    ...(publication.source ? { sourceOrganization: { '@type': 'Organization', name: publication.source } } : {}),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Who reviewed the page, and until when that holds (schema.org WebPage `reviewedBy`, CreativeWork `expires`). */
function reviewData({ review }: Publication): object {
  if (review === null) return {};
  return { lastReviewed: review.date, reviewedBy: { '@type': 'Person', name: review.by }, expires: review.next };
}

function fontFace({ family, weight, path, unicodeRange }: Font): string {
  const range = unicodeRange ? `unicode-range:${unicodeRange};` : '';
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;font-display:swap;${range}src:url(data:font/woff2;base64,${readFileSync(path).toString('base64')}) format("woff2")}`;
}

function embedPictures(body: Element[], assets: ReadonlyMap<string, Asset>): void {
  visit({ type: 'root', children: body } satisfies Root, 'element', (node) => {
    // What only the PDF press reads.
    for (const name of ['dataMeasure', 'dataOnePage', 'dataArtifact', 'dataNote', 'dataField', 'dataTip'])
      delete node.properties[name];
    const src = node.properties['src'];
    if (node.tagName !== 'img' || typeof src !== 'string') return;
    const asset = assets.get(src);
    if (!asset) throw new Error(`Expected the publication to hold the picture ${src}`);
    node.properties['src'] = `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}`;
    node.properties['width'] = Math.round(asset.width);
    node.properties['height'] = Math.round(asset.height);
  });
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
