import type { Element } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Page, Publication } from '../../model.ts';
import { printTree } from './dialect/print-tree.ts';
import { printWidth } from './measure.ts';
import { pageCss, runningHeadsCss } from './page-css.ts';

/** First in `head`, before anything could ask for something. */
const policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

/** The style sheet that says which section each page is in: known once pages are. */
export const runningHeadsId = 'guidepress-running-heads';

/** Deeper lists go no further in: what is outside of the page Chromium does not print. */
const deepItem = 'li li li li li li li li';

/** What the dialect needs, weaker than the edition's own styles. */
const dialectCss = `
body{margin:0;white-space:pre-wrap;overflow-wrap:break-word}
ul,ol{list-style:none}
.lb.beside{float:inline-start}
.box.task{display:inline-block;width:.8em;height:.8em;border:1.25pt solid;vertical-align:-.05em;margin-inline-end:.4em}
${deepItem}{padding-inline-start:0!important}
li:has(li li){break-inside:auto!important}
${deepItem}>.lb{margin-inline:0 .3em!important;width:auto!important}
`;

/**
 * A publication of one document as complete HTML for Chromium to print: only this file and `dialect/` know what it needs to
 * make good tags. `fontCss` comes from `fontsCss`. Throws on a publication without page or with several documents.
 */
export function printHtml(publication: Publication, { fontCss }: { readonly fontCss: string }): string {
  const { document, page } = onlyDocument(publication);
  const css = [fontCss, dialectCss, publication.css, pageCss(page, publication.fonts)].join('\n');
  const html: Element = {
    type: 'element',
    tagName: 'html',
    // Laid out at once as wide as it prints; the width goes before printing.
    properties: {
      lang: publication.language,
      dir: publication.direction,
      dataPaper: page.paper,
      style: `width:${printWidth(page)}mm`,
    },
    children: [
      element('head', {}, [
        element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
        element('meta', { charSet: 'utf-8' }),
        element('title', {}, [{ type: 'text', value: publication.title }]),
        element('style', {}, [{ type: 'text', value: css.replace(/<\/(?=style)/gi, '<\\/') }]),
        element('style', { id: runningHeadsId }, [{ type: 'text', value: runningHeadsCss([]) }]),
      ]),
      element('body', {}, [...printTree(document.body, publication)]),
    ],
  };
  return `<!doctype html>${unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [html] })}`;
}

/** The one document of a publication that has pages, and its page. Throws on any other. */
export function onlyDocument({ documents, page, title }: Publication): {
  document: Publication['documents'][number];
  page: Page;
} {
  const [document] = documents;
  if (document === undefined || documents.length !== 1 || page === null) {
    throw new Error(`Unexpected ${documents.length} documents in \`${title}\`, expected one, with a page`);
  }
  return { document, page };
}

function element(tagName: string, properties: Element['properties'], children: Element['children'] = []): Element {
  return { type: 'element', tagName, properties, children };
}
