import type { Element } from 'hast';
import { createRequire } from 'node:module';
import { flat } from '../../templates/jsx/jsx-runtime.ts';
import type { Child } from '../../templates/jsx/jsx-runtime.ts';
import { words } from '../../templates/words.ts';
import { ownColours } from '../../scripts/brand/own-colours.ts';
import type { Font, Page, Publication } from '../../scripts/model.ts';

const resolve = createRequire(import.meta.url).resolve;

export const latin: Font = {
  family: 'Atkinson Hyperlegible Next',
  weight: 400,
  path: resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2'),
  unicodeRange: null,
};

export const arabic: Font = {
  family: 'Noto Sans Arabic',
  weight: 400,
  path: resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2'),
  unicodeRange: 'U+0600-06FF',
};

export const page: Page = {
  paper: 'a4',
  width: 210,
  height: 297,
  margin: { top: 18, right: 18, bottom: 20, left: 18 },
  head: ['', ''],
  foot: ['', ''],
  runningHeads: [],
  firstFoot: null,
  maxPages: null,
  fit: null,
};

/** The smallest publication that can be printed, with this in its body. */
export function publicationOf(body: Child, changes: Partial<Publication> = {}): Publication {
  return {
    identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    title: 'Sore knees',
    subtitle: null,
    description: 'What helps.',
    authors: [],
    publisher: 'Guidepress',
    source: null,
    brand: { colours: ownColours, logo: null },
    language: 'en-GB',
    direction: 'ltr',
    date: '2026-01-31',
    subjects: [],
    status: 'draft',
    statusSentence: 'Not yet reviewed by a clinician',
    review: null,
    documents: [{ id: 'handout', title: 'Sore knees', body: elementsOf(body), type: 'bodymatter', inContents: true }],
    assets: new Map(),
    css: 'body{margin:0;font:14pt/20pt "Atkinson Hyperlegible Next","Noto Sans Arabic",sans-serif}',
    fonts: [latin],
    words,
    page,
    ...changes,
  };
}

export function elementsOf(child: Child): Element[] {
  return flat(child).filter((node) => node.type === 'element');
}
