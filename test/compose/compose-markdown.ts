import path from 'node:path';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { compose, type Composed } from '../../scripts/compose/compose.ts';
import type { EditionId, Guide, Library, Medium, Order, Translation } from '../../scripts/model.ts';
import { planOrders } from '../../scripts/plan/orders.ts';
import { readLibrary } from '../../scripts/read/library.ts';
import { libraryOf } from '../check/library-of.ts';

const cwd = path.resolve(import.meta.dirname, '../..');
const own = readLibrary(path.join(cwd, 'content'), { cwd, only: [] });

/** Composes Markdown sections (by file name) with the project's own words, places, facts and sources. */
export async function composeMarkdown(
  files: Readonly<Record<string, string>>,
  edition: EditionId,
  changes: {
    guide?: Partial<Guide>;
    translation?: Partial<Translation>;
    places?: string[];
    direction?: 'ltr' | 'rtl';
    library?: Partial<Library>;
  } = {},
): Promise<Composed & { html: string; order: Order }> {
  const { languages, places, facts, references } = await own;
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`en-GB/${name}`, text]));
  const library = libraryOf(paths, {
    ...(changes.guide ? { guide: changes.guide } : {}),
    library: { languages, places, facts, references, ...changes.library },
  });
  const [guide] = library.guides;
  const translation = guide?.translations.get('en-GB');
  if (!guide || !translation) throw new Error('Expected a guide in en-GB');
  const sections = translation.sections.map((section) => ({ ...section, in: mediaOf(section.source) }));
  const whole = { ...guide, translations: new Map([['en-GB', { ...translation, sections, ...changes.translation }]]) };
  const { orders } = planOrders(
    { ...library, guides: [whole] },
    {
      languages: [],
      places: changes.places ?? [],
      editions: [edition],
      papers: ['a4'],
      today: '2026-06-01',
      incomplete: new Set(),
    },
  );
  const [planned] = orders;
  if (!planned) throw new Error(`Expected an order for ${edition}`);
  const { language } = planned;
  const order = { ...planned, language: { ...language, direction: changes.direction ?? language.direction } };
  const composed = compose(order, library);
  const html = composed.publication.documents
    .map(({ body }) => toHtml({ type: 'root', children: [...body] } satisfies Root))
    .join('\n');
  return { ...composed, html, order };
}

/** `in:` of the front matter, as the reader takes it. */
function mediaOf(source: string): Medium[] {
  return source.startsWith('---\nin: [handout') ? ['handout', 'guide', 'ebook', 'web'] : ['guide', 'ebook', 'web'];
}
