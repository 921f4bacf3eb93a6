import type { Page, Paper } from '../../scripts/model.ts';
import { papers } from '../edition.ts';
import type { View } from '../view.ts';
import { fill } from '../words.ts';

/** Margin boxes and margins that handout and guide share: section and title, page n of m, and the status on every page. */
export function runningPage(
  view: View,
  paper: Paper,
  kind: string,
  maxPages: number | null,
  runningHeads: Page['runningHeads'] = [],
): Page {
  const { words } = view;
  const left = `${view.issuer.text} · ${kind}${view.version ? ` · ${fill(words.version, { version: view.version })}` : ''}\n${view.statusBand}`;
  const sides = sidesOf(view);
  const front = view.cards.some((card) => card.band === 'emergency');
  return {
    paper,
    ...papers[paper],
    margin: { top: 18, right: 18, bottom: 20, left: 18 },
    head: sides(runningHeads.length > 0 ? '{section}' : '', view.title),
    foot: sides(left, `${front ? words.warningSigns : ''}\n${words.pageOf}`),
    runningHeads,
    firstFoot: sides(left, `\n${words.pageOf}`),
    maxPages,
    fit: null,
  };
}

/** Margin boxes are physical: what starts a line stands at the right in right-to-left text. */
export function sidesOf({ direction }: View): (start: string, end: string) => readonly [string, string] {
  return (start, end) => (direction === 'rtl' ? [end, start] : [start, end]);
}

/** Most characters of a title that large type, or a small page, has room for in its foot. */
const shortLength = 36;

/** The title for a margin box that is narrow: cut after a word. The whole of it stands on page 1 and in the colophon. */
export function shortTitle({ title }: View): string {
  if (title.length <= shortLength) return title;
  const cut = title.slice(0, shortLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), shortLength / 2)).trimEnd()}…`;
}
