import type { Element } from 'hast';
import type { Language, Library, Publication } from '../model.ts';
import { ownColours } from '../brand/own-colours.ts';
import { fontsFor, fontStack } from './fonts.ts';
import { identifierOf } from './identifier.ts';
import { stylesOf } from './styles.ts';

/** A page about the products, not one of them: it has no status and no author. `text` is all that it may say. */
export function pageAbout(
  page: {
    readonly id: string;
    readonly title: string;
    readonly body: readonly Element[];
    readonly styles: readonly string[];
  },
  { text, library, language }: { readonly text: string; readonly library: Library; readonly language: Language },
): Publication {
  const { id, title, body } = page;
  return {
    identifier: identifierOf(`${library.url ?? 'guidepress'}/${id}`),
    title,
    subtitle: null,
    description: title,
    authors: [],
    publisher: library.publisher,
    source: null,
    brand: { colours: ownColours, logo: null },
    language: language.tag,
    direction: language.direction,
    date: latest(library),
    subjects: [],
    status: 'draft',
    statusSentence: '',
    review: null,
    documents: [{ id, title, body, type: 'bodymatter', inContents: true }],
    assets: new Map(),
    css: `${stylesOf(page.styles)}\n:root { --font: ${fontStack(language.tag)}; }\n`,
    fonts: fontsFor(text, language.tag).fonts,
    words: language.words,
    page: null,
  };
}

function latest(library: Library): string {
  return (
    library.guides
      .flatMap((guide) => guide.date ?? [])
      .sort()
      .at(-1) ?? '2000-01-01'
  );
}
