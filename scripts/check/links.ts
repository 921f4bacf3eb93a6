import type { Where } from '../findings.ts';
import type { Section, Translation } from '../model.ts';
import { nodesIn } from './nodes.ts';
import { placesWithin } from './places.ts';

/** Where an author's link leads, and where the author wrote that. */
export interface LinkFound {
  readonly url: string;
  readonly section: Section;
  readonly where: Where;
}

/** All links of a text: Markdown’s own and those of raw HTML. */
export function links({ sections }: Translation): readonly LinkFound[] {
  return sections.flatMap((section) => [...ownLinks(section), ...htmlLinks(section)]);
}

function ownLinks(section: Section): readonly LinkFound[] {
  return nodesIn(section, 'link').map((found) => ({ url: found.node.url.trim(), section, where: found }));
}

/** Raw HTML was cleaned by the reader: its attributes are quoted. */
function htmlLinks(section: Section): readonly LinkFound[] {
  return nodesIn(section, 'html').flatMap((found) => {
    const urls = Array.from(found.node.value.matchAll(/<a\s[^>]*?href="([^"]*)"/g), ([, url = '']) => url);
    const places = placesWithin(found, urls);
    return urls.map((url, index) => ({
      url: url.replaceAll('&amp;', '&').trim(),
      section,
      where: places[index] ?? found,
    }));
  });
}
