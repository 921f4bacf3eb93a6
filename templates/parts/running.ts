import type { Page, Paper } from '../../scripts/model.ts';
import { papers } from '../edition.ts';
import type { View } from '../view.ts';

/** Margin boxes and margins that handout and guide share: title · page n of m, and the status on every page. */
export function runningPage(view: View, paper: Paper, maxPages: number | null): Page {
  const { words } = view;
  const left = `${view.title}\n${view.statusBand}`;
  const front = view.cards.some((card) => card.band === 'emergency');
  return {
    paper,
    ...papers[paper],
    margin: { top: 18, right: 18, bottom: 20, left: 18 },
    head: ['', view.publisher],
    foot: [left, `${front ? words.warningSigns : ''}\n${words.pageOf}`],
    firstFoot: [left, `\n${words.pageOf}`],
    maxPages,
    fit: null,
  };
}
