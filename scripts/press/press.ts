import type { Artifact, Format, Order, Publication } from '../model.ts';
import type { Printer } from './pdf/browser.ts';
import type { Problem } from './problem.ts';

/** A pressed product, or why there is none. */
export interface Pressed {
  readonly artifact: Artifact;
  readonly problems: readonly Problem[];
}

/** What presses share: the browser, opened when the first PDF asks for it. */
export interface Tools {
  readonly printer: () => Promise<Printer>;
}

type Press = (publication: Publication, order: Order, tools: Tools) => Promise<Pressed>;

/** THE TABLE of presses: one a format. */
const presses = {
  async pdf(publication, order, tools) {
    const { pressPdf } = await import('./pdf/press.ts');
    const { bytes, pages, problems } = await pressPdf(publication, await tools.printer());
    return { artifact: { order, bytes, mediaType: 'application/pdf', pages, pageList: null }, problems };
  },
  async epub(publication, order) {
    const { pressEpub } = await import('./epub/press-epub.ts');
    const { bytes, problems } = await pressEpub(publication);
    return { artifact: { order, bytes, mediaType: 'application/epub+zip', pages: null, pageList: false }, problems };
  },
  async html(publication, order) {
    const { pressWeb } = await import('./web/press-web.ts');
    return {
      artifact: { order, bytes: pressWeb(publication), mediaType: 'text/html', pages: null, pageList: null },
      problems: [],
    };
  },
} satisfies Record<Format, Press>;

/** Publication → Artifact, by the order's format. */
export async function press(publication: Publication, order: Order, tools: Tools): Promise<Pressed> {
  return presses[order.format](publication, order, tools);
}
