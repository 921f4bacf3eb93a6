import type { Element } from 'hast';
import type { Edition } from './edition.ts';
import { Colophon, Sources, Terms } from './parts/back.tsx';
import { AskFirst } from './parts/boxes.tsx';
import { CareCard } from './parts/care-card.tsx';
import { ContactSection, Issuer } from './parts/clinic.tsx';
import { Opening, StatusLine } from './parts/front.tsx';
import { Section } from './parts/section.tsx';
import { Steps } from './parts/steps.tsx';

/** The whole text as one web page: phone first, the care cards before everything else. */
export const web: Edition = {
  id: 'web',
  format: 'html',
  variants: [null],
  medium: 'web',
  needs: 'sections',
  styles: ['tokens', 'web'],
  sectionLevel: 2,
  namesPages: false,
  listsPagesOf: null,
  personal: false,
  name: (words) => words.web,
  page: null,
  documents: (view) => [
    {
      id: 'web',
      title: view.title,
      type: 'bodymatter',
      inContents: true,
      body: [
        (
          <a class="skip" href="#guidepress-text">
            {view.words.skipToText}
          </a>
        ) as Element,
        (
          <header class="site">
            <Issuer view={view} />
          </header>
        ) as Element,
        (
          <main id="guidepress-text">
            <Opening view={view} />
            <StatusLine view={view} />
            {view.cards.map((card) => (
              <CareCard card={card} view={view} level={2} />
            ))}
            {view.askFirst.map((box) => (
              <AskFirst box={box} view={view} level={2} />
            ))}
            {view.steps && (
              <section class="first-steps">
                <h2 id="guidepress-steps">{view.words.threeSteps}</h2>
                <Steps steps={view.steps} view={view} />
              </section>
            )}
            <ContactSection view={view} level={2} />
            {view.sections.length > 2 && (
              <nav class="contents" aria-labelledby="guidepress-contents">
                <h2 id="guidepress-contents">{view.words.contents}</h2>
                <ul>
                  {view.sections.map((section) => (
                    <li>
                      <a href={`#${section.id}`}>{section.titleText}</a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {view.sections.map((section) => (
              <Section section={section} view={view} level={2} />
            ))}
            <Terms view={view} level={2} />
            <Sources view={view} level={2} />
            <Colophon view={view} level={2} kind={view.words.web} />
          </main>
        ) as Element,
      ],
    },
  ],
};
