import type { Element } from 'hast';
import type { Edition } from './edition.ts';
import { Colophon, Sources, Terms } from './parts/back.tsx';
import { Contact } from './parts/clinic.tsx';
import { Contents, contentsOf } from './parts/contents.tsx';
import { FrontPage, GetHelp, TitleBlock } from './parts/front.tsx';
import { runningPage } from './parts/running.ts';
import { Section } from './parts/section.tsx';

/** The whole text as PDF. */
export const guide: Edition = {
  id: 'guide',
  format: 'pdf',
  variants: [null],
  medium: 'guide',
  needs: 'sections',
  styles: ['tokens', 'print', 'handout', 'guide'],
  sectionLevel: 2,
  namesPages: true,
  listsPagesOf: null,
  personal: false,
  name: (words) => words.guide,
  page: (view, paper) => runningPage(view, paper, view.words.guide, null, contentsOf(view)),
  documents: (view) => {
    const front = view.cards.length > 0 || view.steps !== null;
    return [
      {
        id: 'guide',
        title: view.title,
        type: 'bodymatter',
        inContents: true,
        body: [
          (
            <main>
              {front ? <FrontPage view={view} kind={view.words.wholeGuide} /> : <TitleBlock view={view} />}
              <Contents view={view} level={2} />
              <GetHelp view={view} level={2} />
              {view.sections.map((section) => (
                <Section section={section} view={view} level={2} />
              ))}
              <Terms view={view} level={2} />
              <Sources view={view} level={2} />
              {!front && view.clinic && <Contact view={view} />}
              <Colophon view={view} level={2} kind={view.words.guide} />
            </main>
          ) as Element,
        ],
      },
    ];
  },
};
