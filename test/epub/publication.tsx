import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Element } from 'hast';
import { ownColours } from '../../scripts/brand/own-colours.ts';
import type { Asset, Document, Font, Publication } from '../../scripts/model.ts';
import { flat, type Child } from '../../templates/jsx/jsx-runtime.ts';
import { words as meanings, type Words } from '../../templates/words.ts';

/** A small but whole book: cards, figure, table, footnote, glossary, sources, links between chapters. */
export function englishBook(changes: Partial<Publication> = {}): Publication {
  return {
    identifier: 'urn:uuid:5d1f2a52-6f0b-5b5e-9a5c-0c1e52f5a001',
    title: 'Upper back pain',
    subtitle: 'Massage and self-care that you can start today',
    description: 'What helps when your upper back hurts, and when to get help.',
    authors: ['Ada Example'],
    publisher: 'Guidepress',
    source: null,
    brand: { colours: ownColours, logo: null },
    language: 'en-GB',
    direction: 'ltr',
    date: '2026-01-15',
    subjects: ['Back pain', 'Self-care'],
    status: 'draft',
    statusSentence: 'Not yet reviewed by a clinician',
    review: null,
    documents: [
      chapter('get-help', 'Get help first', 'bodymatter', [
        <section>
          <h1 id="get-help-title">Get help first</h1>
          <section class="care-card emergency">
            <h2 id="now">Now: call 999</h2>
            <ul>
              <li>
                sudden, very bad pain in your chest or back <a href="tel:999">999</a>
              </li>
            </ul>
          </section>
          <p>
            Then <a href="#shrugs">move</a>. Warmth may help.
            <a id="ref-1" role="doc-noteref" href="#fn-1">
              1
            </a>
            <a role="doc-biblioref" href="#source-1">
              [1]
            </a>
          </p>
          <aside id="fn-1" role="doc-footnote">
            <p>
              For some people.{' '}
              <a role="doc-backlink" href="#ref-1" aria-label="Back to the text">
                Back
              </a>
            </p>
          </aside>
        </section>,
      ]),
      chapter('keep-moving', 'Keep moving', 'bodymatter', [
        <section>
          <h1 id="keep-moving-title">Keep moving</h1>
          <h2 id="shrugs">Shoulder shrugs</h2>
          <p class="dose">10 slow, twice a day</p>
          <figure class="figure">
            <img src="asset:shrug.svg" alt="Lift both shoulders towards your ears." width="320" height="240" />
            <figcaption>Up for 3 seconds, down for 3.</figcaption>
          </figure>
          <h3 id="how-often">How often</h3>
          <ol start="2">
            <li value="5">Stand.</li>
          </ol>
          <table>
            <caption>My week</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Done</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Monday</th>
                <td>
                  <span class="box" data-field="done-1"></span>
                </td>
              </tr>
            </tbody>
          </table>
          <p>
            Read <a href="#get-help-title">when to get help</a>, or <a href="https://example.org/back">more</a>.
            <img class="icon" src="asset:icon.svg" alt="" />
          </p>
        </section>,
      ]),
      chapter('sources', 'Sources', 'backmatter', [
        <section id="source-list" class="sources" role="doc-bibliography" aria-labelledby="sources-title">
          <h1 id="sources-title">Sources</h1>
          <ol>
            <li id="source-1">French (2006). Superficial heat or cold for low back pain.</li>
          </ol>
        </section>,
      ]),
    ],
    assets: new Map([
      [
        'asset:shrug.svg',
        drawing(
          'shrug.svg',
          '<path d="M40 200C60 60 260 60 280 200z" fill="#d8dade" stroke="#1e2d38" stroke-width="6"/>',
        ),
      ],
      ['asset:icon.svg', drawing('icon.svg', '<circle cx="160" cy="120" r="90"/>')],
    ]),
    css: readFileSync(new URL('../../templates/styles/ebook.css', import.meta.url), 'utf8'),
    fonts: [
      font('atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next', 'latin', 400),
      font('atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next', 'latin', 700),
    ],
    words: englishWords,
    page: null,
    ...changes,
  };
}

/** A right-to-left book with Latin names and numbers in it. */
export function arabicBook(changes: Partial<Publication> = {}): Publication {
  return englishBook({
    identifier: 'urn:uuid:5d1f2a52-6f0b-5b5e-9a5c-0c1e52f5a002',
    title: 'ألم أعلى الظهر',
    subtitle: 'التدليك والعناية الذاتية في 14 يومًا (مع NHS)',
    description: 'ما الذي يفيد عندما يؤلمك ظهرك.',
    language: 'ar',
    direction: 'rtl',
    documents: [
      chapter('get-help', 'اطلب المساعدة أولاً', 'bodymatter', [
        <section>
          <h1 id="get-help-title">اطلب المساعدة أولاً</h1>
          <p>
            اتصل بالرقم <bdi dir="ltr">999</bdi> الآن، أو <span lang="en">NHS 111</span>.
          </p>
          <h2 id="warm">الدفء</h2>
          <p>من ١٠ إلى ١٥ دقيقة.</p>
        </section>,
      ]),
    ],
    assets: new Map(),
    fonts: [
      font('noto-sans-arabic', 'Noto Sans Arabic', 'arabic', 400),
      font('noto-sans-arabic', 'Noto Sans Arabic', 'arabic', 700),
      font('atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next', 'latin', 400),
      font('atkinson-hyperlegible-next', 'Atkinson Hyperlegible Next', 'latin', 700),
    ],
    words: { ...englishWords, ...arabicWords },
    ...changes,
  });
}

/** A document from JSX. */
export function chapter(id: string, title: string, type: Document['type'], body: Child): Document {
  return {
    id,
    title,
    type,
    inContents: true,
    body: flat(body).filter((node): node is Element => node.type === 'element'),
  };
}

/** A line drawing, 320 × 240. */
export function drawing(id: string, content: string): Asset {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" width="320" height="240">${content}</svg>`;
  return { id, name: id, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg), width: 320, height: 240 };
}

/** A file of @fontsource. */
export function font(name: string, family: string, subset: string, weight: 400 | 700): Font {
  const path = resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`);
  return { family, weight, path, unicodeRange: subset === 'arabic' ? 'U+0600-06FF, U+200C-200E' : null };
}

const { resolve } = createRequire(import.meta.url);

/** Words that say what they are, and real ones where they are drawn or written into metadata. */
const englishWords: Words = {
  ...meanings,
  wholeGuide: 'A self-care guide for adults',
  draftBand: 'Not yet reviewed by a clinician',
  expiredBand: 'Past its review date',
  incomplete: 'Incomplete',
  contents: 'Contents',
  cover: 'Cover',
  coverAlt: 'Cover: {title}',
  landmarks: 'Landmarks',
  startReading: 'Start reading',
  sources: 'Sources',
  words: 'Words',
  a11ySummaryImages: 'All pictures have text alternatives.',
  a11ySummaryText: 'The book is text without pictures.',
};

const arabicWords: Partial<Words> = {
  wholeGuide: 'دليل للعناية الذاتية للبالغين',
  draftBand: 'لم يراجعه طبيب بعد',
  contents: 'المحتويات',
  cover: 'الغلاف',
  coverAlt: 'الغلاف: {title}',
  landmarks: 'معالم',
  startReading: 'ابدأ القراءة',
};
