import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';
import { fill } from '../words.ts';
import { AskFirst, WriteLine } from './boxes.tsx';
import { CareCard } from './care-card.tsx';
import { isBilingual } from './original.tsx';
import { WithPage } from './page-of.tsx';
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
  const emergency = view.cards.filter((card) => card.band === 'emergency');
  const others = view.cards.length > emergency.length || view.askFirst.length > 0;
  const steps = view.steps && (
    <section class="first-steps" data-measure="steps">
      <h2>{view.words.threeSteps}</h2>
      <Steps steps={view.steps} view={view} />
    </section>
  );
  const page = (
    <div class="at-a-glance" data-one-page={view.paper ? frontHeight[view.paper] : undefined}>
      <Masthead view={view} kind={kind} />
      <Opening view={view} />
      <StatusLine view={view} />
      {emergency.map((card) => (
        <CareCard card={card} view={view} level={2} />
      ))}
      {emergency.length > 0 && others && (
        <p class="more-help">
          <a href={`#${getHelpId}`}>
            <WithPage word={view.words.moreHelp} id={getHelpId} guess={2} />
          </a>
        </p>
      )}
      {!isBilingual(view) && steps}
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

function Masthead({ view, kind }: { view: View; kind: string }): Markup {
  return (
    <div class="masthead">
      <p>{view.publisher}</p>
      <p class="kind">{kind}</p>
    </div>
  );
}

function Opening({ view }: { view: View }): Markup {
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

function Contact({ view }: { view: View }): Markup {
  return (
    <div class="contact" data-measure="contact">
      <div>
        <p>
          <strong>{view.words.yourClinic}</strong>
        </p>
        <WriteLine>
          <span>{view.words.clinicLine}</span>
        </WriteLine>
      </div>
      {view.url && (
        <div class="qr">
          <p class="note">{view.words.scan}</p>
          <img src="qr.svg" alt={fill(view.words.qrAlt, { url: view.url })} />
        </div>
      )}
    </div>
  );
}
