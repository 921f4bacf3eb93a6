import type { Markup } from '../jsx/jsx-runtime.ts';
import type { AskFirst as Asking, Box as Boxed, View } from '../view.ts';

/** Who should ask before trying. */
export function AskFirst({ box, view, level }: { box: Asking; view: View; level: number }): Markup {
  const Heading = `h${level}`;
  return (
    <section class="panel ask-first" data-measure="ask-first">
      <Heading>
        <img class="icon" src="icons/info.svg" alt="" />
        {view.words.askFirst}
      </Heading>
      {box.content}
    </section>
  );
}

/** A do, don’t, tip or myth box, or a line to write on. */
export function Box({ box, view, level }: { box: Boxed; view: View; level: number }): Markup {
  if (box.kind === 'write') return <WriteLine>{box.content}</WriteLine>;
  const Heading = `h${level}`;
  const icon = { do: 'yes', dont: 'no', tip: null, myth: null }[box.kind];
  return (
    <section class={`panel ${box.kind}`}>
      <Heading>
        {icon && <img class="icon" src={`icons/${icon}.svg`} alt="" />}
        {view.words[box.kind]}
      </Heading>
      {box.content}
    </section>
  );
}

/** Words, then a dotted line to write on. */
export function WriteLine({ children }: { children?: import('../jsx/jsx-runtime.ts').Child }): Markup {
  return (
    <div class="write">
      {children}
      <span class="rule" data-artifact></span>
    </div>
  );
}
