import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Action as Doing, View } from '../view.ts';
import { Figure } from './figure.tsx';
import { circled } from './steps.tsx';

/** Something to do: name, how much, how; its picture stands beside it. */
export function Action({ action, view, level }: { action: Doing; view: View; level: number }): Markup {
  const Heading = `h${level}`;
  return (
    <section class={action.figure ? 'action with-figure' : 'action'} id={action.id}>
      <div class="how">
        <Heading>{action.name}</Heading>
        {action.dose.length > 0 && <p class="dose">{action.dose}</p>}
        {view.paper === null ? action.content : circled(action.content)}
      </div>
      {action.figure && <Figure figure={action.figure} />}
    </section>
  );
}
