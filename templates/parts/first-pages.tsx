import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';
import { OriginalCard } from './care-card.tsx';
import { FromClinic } from './from-clinic.tsx';
import { Contact } from './clinic.tsx';
import { Emergency, FirstSteps, Masthead, MoreHelp, Opening, StatusLine } from './front.tsx';

/**
 * The front of an edition with large type or small pages: title, promise and the whole emergency card are on page 1, which
 * the press measures against `height` (mm); the card in the original language, the three steps and the contact follow, on page 2 where
 * page 1 is full.
 */
export function FirstPages({ view, kind, height }: { view: View; kind: string; height: number }): Markup {
  const inOneLanguage = { ...view, cards: view.cards.map((card) => ({ ...card, original: null })) };
  return (
    <>
      <div class="first-page" data-one-page={height}>
        <Masthead view={view} kind={kind} />
        <Opening view={view} />
        <StatusLine view={view} />
        <Emergency view={inOneLanguage} />
      </div>
      <div class="after-first">
        {view.cards.map((card) => (
          <OriginalCard card={card} view={view} />
        ))}
        <MoreHelp view={view} />
        <FirstSteps view={view} />
        <FromClinic view={view} at="front" level={2} />
        <Contact view={view} />
      </div>
    </>
  );
}
