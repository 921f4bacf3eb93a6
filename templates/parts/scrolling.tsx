import type { Child, Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';

/** Round a table: on a narrow screen it scrolls, by keyboard too. */
export function Scrolling({ view, kind, children }: { view: View; kind: string; children?: Child }): Markup {
  return (
    <div class={kind} tabindex={view.edition === 'web' ? 0 : undefined}>
      {children}
    </div>
  );
}
