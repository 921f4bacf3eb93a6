import type { Element } from 'hast';
import type { Page, Paper } from '../scripts/model.ts';
import { papers, type Edition } from './edition.ts';
import { Colophon, Sources } from './parts/back.tsx';
import { FirstPages } from './parts/first-pages.tsx';
import { FromClinic } from './parts/from-clinic.tsx';
import { GetHelp } from './parts/front.tsx';
import { shortTitle, sidesOf } from './parts/running.ts';
import { Section } from './parts/section.tsx';
import type { View } from './view.ts';

/** All four margins in mm. */
const margin = 25;

/** The handout laid out again for people who see little: nothing on the page is under 18 pt, one column, no limit of pages. */
export const largePrint: Edition = {
  id: 'large-print',
  format: 'pdf',
  variants: [null],
  medium: 'handout',
  needs: 'sections',
  styles: ['tokens', 'print', 'handout', 'narrow', 'large-print'],
  sectionLevel: 2,
  namesPages: false,
  listsPagesOf: 'handout',
  personal: true,
  name: (words) => words.largePrint,
  page: (view, paper) => pageOf(view, paper),
  documents: (view) => {
    const { largePrint: kind } = view.words;
    return [
      {
        id: 'large-print',
        title: view.title,
        type: 'bodymatter',
        inContents: true,
        body: [
          (
            <main>
              {/* Beside a picture the title would be squeezed. */}
              <FirstPages view={{ ...view, opening: null }} kind={kind} height={heightOf(view)} />
              <GetHelp view={view} level={2} />
              <FromClinic view={view} at="after-cards" level={2} />
              {view.sections.map((section) => (
                <Section section={section} view={view} level={2} />
              ))}
              <Sources view={view} level={2} />
              <Colophon view={view} level={2} kind={kind} />
            </main>
          ) as Element,
        ],
      },
    ];
  },
};

/** Title and page n of m on one line: at 18 pt there is no room for two boxes. */
function pageOf(view: View, paper: Paper): Page {
  const foot = sidesOf(view)(`${shortTitle(view)} · ${view.words.pageOf}\n${view.statusBand}`, '');
  return {
    paper,
    ...papers[paper],
    margin: { top: margin, right: margin, bottom: margin, left: margin },
    head: ['', ''],
    foot,
    runningHeads: [],
    firstFoot: foot,
    maxPages: null,
    fit: null,
  };
}

function heightOf({ paper }: View): number {
  return papers[paper ?? 'a4'].height - 2 * margin;
}
