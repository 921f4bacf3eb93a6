import type { Markup } from '../jsx/jsx-runtime.ts';
import type { View } from '../view.ts';

/**
 * The page of the standard handout that holds the same part: who reads the large print and who reads the handout can then
 * meet. The press knows the page, and leaves the line out where there is no handout.
 */
export function StandardPage({ view, id }: { view: View; id: string }): Markup {
  if (view.edition !== 'large-print') return <></>;
  const [before = '', after = ''] = view.words.standardPage.split('{page}');
  return (
    <p class="standard-page" data-standard-page={id}>
      {before}
      <span>0</span>
      {after}
    </p>
  );
}
