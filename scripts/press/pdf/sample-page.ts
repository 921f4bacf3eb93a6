import type { Element } from 'hast';
import { ownColours } from '../../brand/own-colours.ts';
import { fontsFor, fontStack } from '../../compose/fonts.ts';
import type { Publication } from '../../model.ts';
import type { Words } from '../../../templates/words.ts';
import type { Printer } from './printer.ts';
import { pressPdf } from './press.ts';

const sentence = 'This page was printed to see that this machine can: 0123456789.';

/** Prints one real page through the whole press, which reads it back. Says what came out, or what stands against it. */
export async function pressSamplePage(
  printer: Printer,
): Promise<{ pages: number; bytes: number; problems: readonly string[] }> {
  const { bytes, pages, problems } = await pressPdf(samplePublication(), { printer });
  return { pages, bytes: bytes.length, problems: problems.map(({ message }) => message) };
}

function samplePublication(): Publication {
  const body: Element = {
    type: 'element',
    tagName: 'main',
    properties: {},
    children: [
      { type: 'element', tagName: 'h1', properties: {}, children: [{ type: 'text', value: 'Sample page' }] },
      { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: sentence }] },
    ],
  };
  return {
    identifier: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    title: 'Sample page',
    subtitle: null,
    description: sentence,
    authors: [],
    publisher: 'Guidepress',
    source: null,
    brand: { colours: ownColours, logo: null },
    language: 'en',
    direction: 'ltr',
    date: '2000-01-01',
    subjects: [],
    status: 'draft',
    statusSentence: '',
    review: null,
    documents: [{ id: 'sample', title: 'Sample page', body: [body], type: 'bodymatter', inContents: true }],
    assets: new Map(),
    css: `body { font: 14pt ${fontStack('en')}; }`,
    fonts: fontsFor(sentence, 'en').fonts,
    words: {} as Words,
    page: {
      paper: 'a4',
      width: 210,
      height: 297,
      margin: { top: 18, right: 18, bottom: 20, left: 18 },
      head: ['', ''],
      foot: ['', ''],
      runningHeads: [],
      firstFoot: null,
      maxPages: 1,
      fit: null,
    },
  };
}
