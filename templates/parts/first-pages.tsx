import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';
import { Contact, Emergency, FirstSteps, Masthead, Opening, StatusLine } from './front.tsx';

/**
 * The front of an edition with large type or small pages: title, promise and the whole emergency card fill page 1, which the
 * press measures against `height` (mm); the three steps and the contact may follow on page 2.
 */
export function FirstPages({ view, kind, height }: { view: View; kind: string; height: number }): Markup {
  return (
    <>
      <div class="first-page" data-one-page={height}>
        <Masthead view={view} kind={kind} />
        <Opening view={view} />
        <StatusLine view={view} />
        <Emergency view={view} />
      </div>
      <div class="first-steps-page">
        <FirstSteps view={view} />
        <Contact view={view} />
      </div>
    </>
  );
}
