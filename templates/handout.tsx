import type { Element } from 'hast';
import type { Edition } from './edition.ts';
import { Colophon, Sources } from './parts/back.tsx';
import { FrontPage, GetHelp } from './parts/front.tsx';
import { FromClinic } from './parts/from-clinic.tsx';
import { runningPage } from './parts/running.ts';
import { Section } from './parts/section.tsx';

/** What a clinician hands over: page 1 stands alone, the other care cards on its back, then a little how-to. */
export const handout: Edition = {
  id: 'handout',
  format: 'pdf',
  variants: [null],
  medium: 'handout',
  needs: 'sections',
  styles: ['tokens', 'print', 'handout'],
  sectionLevel: 2,
  namesPages: false,
  listsPagesOf: null,
  personal: true,
  name: (words) => words.handout,
  page: (view, paper) => runningPage(view, paper, view.words.handout, view.handoutPages),
  documents: (view) => [
    {
      id: 'handout',
      title: view.title,
      type: 'bodymatter',
      inContents: true,
      body: [
        (
          <main>
            <FrontPage view={view} kind={view.words.selfCare} />
            <GetHelp view={view} level={2} />
            <FromClinic view={view} at="after-cards" level={2} />
            {view.sections.map((section) => (
              <Section section={section} view={view} level={2} />
            ))}
            <Sources view={view} level={2} />
            <Colophon view={view} level={2} kind={view.words.handout} />
          </main>
        ) as Element,
      ],
    },
  ],
};
