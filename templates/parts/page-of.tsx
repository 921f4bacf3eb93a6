import type { Markup } from '../jsx/jsx-runtime.ts';

/** The page on which a place starts: only the press knows it, and prints again where the guess was wrong. */
export function PageOf({ id, guess }: { id: string; guess: number }): Markup {
  return (
    <span class="page-of" data-page-of={id}>
      {guess}
    </span>
  );
}

/** A word with a hole for a page: `see page {page}`. */
export function WithPage({ word, id, guess }: { word: string; id: string; guess: number }): Markup {
  const [before = '', after = ''] = word.split('{page}');
  return (
    <>
      {before}
      <PageOf id={id} guess={guess} />
      {after}
    </>
  );
}
