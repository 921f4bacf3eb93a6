import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';
import { AskFirst } from './boxes.tsx';
import { CareCard } from './care-card.tsx';
import { Contact, Issuer } from './clinic.tsx';
import { FromClinic } from './from-clinic.tsx';
import { isBilingual } from './original.tsx';
import { WithPage } from './page-of.tsx';
import { StandardPage } from './standard-page.tsx';
import { Steps } from './steps.tsx';

/** Id of the part with the care cards. */
export const getHelpId = 'guidepress-get-help';

/** Height of page 1 in mm: the paper less its margins (14 top, 20 bottom). */
const frontHeight = { a4: 262, letter: 244 } as const;

/**
 * Page 1, which stands alone: title, promise, the emergency card whole, where the rest is, three steps, contact.
 * It fills one page and never runs over: the press measures it. A card in two languages takes the room of the steps, which
 * then open page 2.
 */
export function FrontPage({ view, kind }: { view: View; kind: string }): Markup {
  const steps = <FirstSteps view={view} />;
  const page = (
    <div class="at-a-glance" data-one-page={view.paper ? frontHeight[view.paper] : undefined}>
      <Masthead view={view} kind={kind} />
      <Opening view={view} />
      <StatusLine view={view} />
      <Emergency view={view} />
      <MoreHelp view={view} />
      {!isBilingual(view) && steps}
      <FromClinic view={view} at="front" level={2} />
      <Contact view={view} />
    </div>
  );
  return isBilingual(view) ? (
    <>
      {page}
      {steps}
    </>
  ) : (
    page
  );
}

/** The emergency card, whole. */
export function Emergency({ view }: { view: View }): Markup {
  return (
    <>
      {emergencyCards(view).map((card) => (
        <CareCard card={card} view={view} level={2} />
      ))}
    </>
  );
}

/** One line under the emergency card that says where the others are. */
export function MoreHelp({ view }: { view: View }): Markup {
  const emergency = emergencyCards(view);
  const others = view.cards.length > emergency.length || view.askFirst.length > 0;
  if (emergency.length === 0 || !others) return <></>;
  return (
    <p class="more-help">
      <a href={`#${getHelpId}`}>
        <WithPage word={view.words.moreHelp} id={getHelpId} guess={2} />
      </a>
    </p>
  );
}

function emergencyCards({ cards }: View): View['cards'] {
  return cards.filter(({ band }) => band === 'emergency');
}

/** What to do today. */
export function FirstSteps({ view }: { view: View }): Markup {
  if (view.steps === null) return <></>;
  return (
    <section class="first-steps" data-measure="steps">
      <h2>{view.words.threeSteps}</h2>
      <Steps steps={view.steps} view={view} />
    </section>
  );
}

/** Title block of a guide that has neither cards nor steps: it shares its page with the text. */
export function TitleBlock({ view }: { view: View }): Markup {
  return (
    <div class="title-block">
      <Masthead view={view} kind="" />
      <Opening view={view} />
      <StatusLine view={view} />
    </div>
  );
}

/** The other care cards and who should ask first: they open page 2. */
export function GetHelp({ view, level }: { view: View; level: number }): Markup {
  const cards = view.cards.filter((card) => card.band !== 'emergency');
  if (cards.length === 0 && view.askFirst.length === 0) return <></>;
  const Heading = `h${level}`;
  return (
    <section class="section get-help" id={getHelpId} data-measure={view.words.getHelp}>
      <Heading>{view.words.getHelp}</Heading>
      <StandardPage view={view} id={getHelpId} />
      {cards.map((card) => (
        <CareCard card={card} view={view} level={level + 1} />
      ))}
      {view.askFirst.map((box) => (
        <AskFirst box={box} view={view} level={level + 1} />
      ))}
    </section>
  );
}

/** One sentence on page 1: who reviewed it, or that nobody has. */
export function StatusLine({ view }: { view: View }): Markup {
  return <p class={`status ${view.status}`}>{view.statusSentence}</p>;
}

/** Who publishes it, and what kind of document it is. */
export function Masthead({ view, kind }: { view: View; kind: string }): Markup {
  return (
    <div class="masthead">
      <Issuer view={view} />
      <p class="kind">{kind}</p>
    </div>
  );
}

/** Title, promise and the guide’s first picture. */
export function Opening({ view }: { view: View }): Markup {
  return (
    <div class={view.opening ? 'opening' : 'opening plain'}>
      <div>
        <h1>{view.title}</h1>
        {view.promise && <p class="lead">{view.promise}</p>}
      </div>
      {view.opening && <figure class="figure">{view.opening.image}</figure>}
    </div>
  );
}
