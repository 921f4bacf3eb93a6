import type { Document } from '../scripts/model.ts';
import type { Element } from 'hast';
import type { Edition } from './edition.ts';
import type { Markup } from './jsx/jsx-runtime.ts';
import { AskFirst } from './parts/boxes.tsx';
import { Colophon, Sources, Terms } from './parts/back.tsx';
import { CareCard } from './parts/care-card.tsx';
import { ContactSection, Issuer } from './parts/clinic.tsx';
import { StatusLine } from './parts/front.tsx';
import { Section } from './parts/section.tsx';
import { Steps } from './parts/steps.tsx';
import type { View } from './view.ts';

/** The whole text as EPUB: a chapter a section, the care cards first. */
export const ebook: Edition = {
  id: 'ebook',
  format: 'epub',
  variants: [null],
  medium: 'ebook',
  needs: 'sections',
  styles: ['ebook'],
  sectionLevel: 1,
  namesPages: false,
  listsPagesOf: 'guide',
  personal: false,
  name: (words) => words.ebook,
  page: null,
  documents: (view) => [
    { ...chapter('guidepress-start', view.title, 'frontmatter', <Start view={view} />), inContents: !view.plain },
    ...view.sections.map((section) =>
      chapter(section.id, section.titleText, 'bodymatter', <Section section={section} view={view} level={1} />),
    ),
    ...(view.terms.length > 0
      ? [chapter('guidepress-words', view.words.words, 'backmatter', <Terms view={view} level={1} />)]
      : []),
    ...(view.sources.length > 0
      ? [chapter('guidepress-sources', view.words.sources, 'backmatter', <Sources view={view} level={1} />)]
      : []),
    chapter(
      'guidepress-about',
      view.words.about,
      'backmatter',
      <Colophon view={view} level={1} kind={view.words.ebook} />,
    ),
  ],
};

function chapter(id: string, title: string, type: Document['type'], content: Markup): Document {
  return { id, title, type, inContents: true, body: [content as Element] };
}

function Start({ view }: { view: View }): Markup {
  return (
    <section class="start">
      {view.clinic && <Issuer view={view} />}
      <h1>{view.title}</h1>
      {view.promise && <p class="lead">{view.promise}</p>}
      <StatusLine view={view} />
      {view.cards.map((card) => (
        <CareCard card={card} view={view} level={2} />
      ))}
      {view.askFirst.map((box) => (
        <AskFirst box={box} view={view} level={2} />
      ))}
      {view.steps && <h2 id="guidepress-steps">{view.words.threeSteps}</h2>}
      {view.steps && <Steps steps={view.steps} view={view} />}
      <ContactSection view={view} level={2} />
    </section>
  );
}
