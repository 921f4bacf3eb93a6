import type { Order } from '../model.ts';
import type { Edition } from '../../templates/edition.ts';
import { checklistRows } from '../../templates/checklist.tsx';
import { editions } from '../../templates/editions.ts';
import { UsageError } from '../exit.ts';
import { findNearestName } from '../read/nearest-name.ts';
import { actionIds } from './actions.ts';

/** What was asked for one person: ids as typed, none for all; a note, or null. */
export interface OwnWish {
  readonly actions: readonly string[];
  readonly note: string | null;
}

/** The one order of a run whose product goes to one file. Throws UsageError where there is none, or more. */
export function onlyOrder(planned: readonly Order[]): Order {
  // Sheets are made of another product; who asks for a booklet gets the one to read.
  const orders = planned.filter(({ variant }) => variant !== 'sheets');
  const [order, ...others] = orders;
  if (!order)
    throw new UsageError(
      'Unexpected `--to` for no product, expected one: name a guide, language and edition that there are (a machine translation needs `--unreviewed`)',
    );
  if (others.length === 0) return order;
  const choices: readonly (readonly [string, (one: Order) => string])[] = [
    ['the guide', ({ guide }) => guide.id],
    ['--language', ({ language }) => language.tag],
    ['--place', ({ country }) => country?.code ?? ''],
    ['--clinic', ({ clinic }) => clinic?.id ?? 'none'],
    ['--edition', ({ edition }) => edition],
    ['--paper', ({ paper }) => paper ?? ''],
  ];
  const open = choices.filter(([, of]) => new Set(orders.map(of)).size > 1).map(([name]) => name);
  throw new UsageError(`Unexpected \`--to\` for ${orders.length} products, expected one: name ${open.join(', ')}`);
}

/** An order for one person: everybody's, narrowed to the chosen actions, with a note. Throws UsageError where it cannot be. */
export function ownOrder(order: Order, { actions, note }: OwnWish): Order {
  if (actions.length === 0 && note === null) return order;
  const edition: Edition = editions[order.edition];
  if (!edition.personal) {
    const able = Object.values(editions)
      .filter(({ personal }: Edition) => personal)
      .map(({ id }) => `\`${id}\``);
    throw new UsageError(
      `Unexpected ${actions.length > 0 ? '`--actions`' : '`--note`'} for the edition \`${edition.id}\`, expected one of ${able.join(', ')}`,
    );
  }
  const known = actionIds(order.translation);
  for (const id of actions) {
    if (known.includes(id)) continue;
    const nearest = findNearestName(id, known);
    throw new UsageError(
      `Unexpected action \`${id}\`, expected one of ${known.map((one) => `\`${one}\``).join(', ')}${nearest === null ? '' : `: did you mean \`${nearest}\`?`}`,
    );
  }
  const chosen = new Set(actions);
  if (edition.needs === 'actions' && chosen.size > checklistRows)
    throw new UsageError(`Unexpected ${chosen.size} actions, expected at most ${checklistRows}: choose fewer`);
  return { ...order, own: { actions: chosen.size > 0 ? chosen : null, note, noteAt: 'front' } };
}
