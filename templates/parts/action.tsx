import type { Markup } from '../jsx/jsx-runtime.ts';
import type { Action as Doing } from '../view.ts';
import { Figure } from './figure.tsx';

/** Something to do: name, how much, how; its picture stands beside it. */
export function Action({ action, level }: { action: Doing; level: number }): Markup {
  const Heading = `h${level}`;
  return (
    <section class={action.figure ? 'action with-figure' : 'action'} id={action.id}>
      <div class="how">
        <Heading>{action.name}</Heading>
        {action.dose.length > 0 && <p class="dose">{action.dose}</p>}
        {action.content}
      </div>
      {action.figure && <Figure figure={action.figure} />}
    </section>
  );
}
