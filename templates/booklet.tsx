import type { Element } from 'hast';
import type { Page, Paper } from '../scripts/model.ts';
import { papers, type Edition } from './edition.ts';
import { Colophon, Sources, Terms } from './parts/back.tsx';
import { Contents, contentsOf } from './parts/contents.tsx';
import { FirstPages } from './parts/first-pages.tsx';
import { GetHelp, TitleBlock } from './parts/front.tsx';
import { shortTitle, sidesOf } from './parts/running.ts';
import { Section } from './parts/section.tsx';
import type { View } from './view.ts';

/** Half a sheet, in mm: ISO 216 A5, and half of Letter. */
const halves = {
  a4: { width: 148, height: 210 },
  letter: { width: papers.letter.height / 2, height: papers.letter.width },
} as const satisfies Record<Paper, { width: number; height: number }>;

const margin = { top: 17, right: 14, bottom: 18, left: 14 } as const;

/** The whole text on half pages: to read as it is, or printed on sheets that are folded and stapled. */
export const booklet: Edition = {
  id: 'booklet',
  format: 'pdf',
  variants: ['reading', 'sheets'],
  medium: 'guide',
  needs: 'sections',
  styles: ['tokens', 'print', 'handout', 'guide', 'narrow', 'booklet'],
  sectionLevel: 2,
  namesPages: true,
  listsPagesOf: null,
  personal: false,
  name: (words, variant) => (variant === 'sheets' ? words.bookletSheets : words.booklet),
  page: (view, paper) => pageOf(view, paper),
  documents: (view) => {
    const front = view.cards.length > 0 || view.steps !== null;
    const kind = view.words.booklet;
    return [
      {
        id: 'booklet',
        title: view.title,
        type: 'bodymatter',
        inContents: true,
        body: [
          (
            <main>
              {front ? <FirstPages view={view} kind={kind} height={heightOf(view)} /> : <TitleBlock view={view} />}
              <Contents view={view} level={2} />
              <GetHelp view={view} level={2} />
              {view.sections.map((section) => (
                <Section section={section} view={view} level={2} />
              ))}
              <Terms view={view} level={2} />
              <Sources view={view} level={2} />
              <Colophon view={view} level={2} kind={kind} />
            </main>
          ) as Element,
        ],
      },
    ];
  },
};

/** The title stands at the foot, so that a long section has the whole head. */
function pageOf(view: View, paper: Paper): Page {
  const { words } = view;
  const sides = sidesOf(view);
  const title = `${shortTitle(view)}\n${view.statusBand}`;
  const front = view.cards.some((card) => card.band === 'emergency');
  return {
    paper,
    ...halves[paper],
    margin,
    head: sides('{section}', ''),
    foot: sides(title, `${front ? words.warningSigns : ''}\n${words.pageOf}`),
    runningHeads: contentsOf(view),
    firstFoot: sides(title, `\n${words.pageOf}`),
    maxPages: null,
    fit: null,
  };
}

/** Page 1 has a smaller margin at its top, as in booklet.css. */
function heightOf({ paper }: View): number {
  return halves[paper ?? 'a4'].height - 11 - margin.bottom;
}
