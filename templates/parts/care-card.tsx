import type { Child, Markup } from '../jsx/jsx-runtime.ts';
import { fill } from '../words.ts';
import type { Band, CareCard as Card, View } from '../view.ts';
import { inPairs, InOriginal, originalAlone } from './original.tsx';

/** In which words, with which numbers. */
type Said = Pick<View, 'words' | 'emergency' | 'urgent'>;

const icons = { emergency: 'ambulance-white', urgent: 'phone', routine: 'calendar' } as const;

/** A care card: word, icon and edge pattern say how fast, never colour alone. Never split over pages. */
export function CareCard({ card, view, level }: { card: Card; view: View; level: number }): Markup {
  const Heading = `h${level}`;
  return (
    <section class={classOf(card)} id={`guidepress-${card.band}`} data-measure={card.band}>
      <span class="edge" data-artifact></span>
      <div class="card">
        <div class="head">
          <img class="icon" src={`icons/${icons[card.band]}.svg`} alt="" />
          <Heading>{dialled(cardHeading(card.band, view), card.band, view)}</Heading>
          <p class="any">{view.words.anyOfThese}</p>
          <OriginalHead card={card} view={view} />
        </div>
        <div class="body">{inPairs(card)}</div>
      </div>
    </section>
  );
}

/** The original's card by itself, where a page has no room for both languages in one. */
export function OriginalCard({ card, view }: { card: Card; view: View }): Markup {
  const { band, original } = card;
  if (original === null) return <></>;
  return (
    <section class={`care-card ${band} original-card`} data-measure={band}>
      <span class="edge" data-artifact></span>
      <div class="card">
        <div class="head">
          <img class="icon" src={`icons/${icons[band]}.svg`} alt="" />
          <OriginalHead card={card} view={view} />
        </div>
        <div class="body">{originalAlone(original)}</div>
      </div>
    </section>
  );
}

/** A second line of the head, in the original's language. Not a heading: the card has one, and an outline names it once. */
export function OriginalHead({ card, view }: { card: Card; view: View }): Markup {
  const { original, band } = card;
  if (original === null) return <></>;
  return (
    <InOriginal original={original}>
      <strong>{dialled(cardHeading(band, original), band, { ...original, paper: view.paper })}</strong>
      {` · ${original.words.anyOfThese}`}
    </InOriginal>
  );
}

/** The classes of a card. */
export function classOf({ band, original }: Card): string {
  return `care-card ${band}${original ? ' bilingual' : ''}`;
}

/** On a screen the number in a heading is dialled by a touch; in right-to-left words it still runs from left to right. */
function dialled(heading: string, band: Band, view: Said & Pick<View, 'direction' | 'paper'>): Child {
  const service = band === 'emergency' ? view.emergency : band === 'urgent' ? view.urgent : null;
  const at = service ? heading.indexOf(service.say) : -1;
  if (!service || at === -1) return heading;
  const dir = view.direction === 'rtl' ? 'auto' : undefined;
  const onScreen = (
    <a href={`tel:${service.dial}`} dir={dir}>
      {service.say}
    </a>
  );
  const onPaper = dir ? <span dir={dir}>{service.say}</span> : service.say;
  return [heading.slice(0, at), view.paper === null ? onScreen : onPaper, heading.slice(at + service.say.length)];
}

/** The heading of a card, with the number of the place; a place without an urgent number has words of its own. */
export function cardHeading(band: Band, { words, emergency, urgent }: Said): string {
  if (band === 'routine') return words.routineHeading;
  if (band === 'urgent')
    return urgent ? fill(words.urgentHeading, { number: urgent.say }) : words.urgentHeadingNoNumber;
  return fill(words.emergencyHeading, { number: emergency?.say ?? '______' });
}
