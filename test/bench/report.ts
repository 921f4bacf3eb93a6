import { table } from '../../scripts/terminal.ts';
import type { Figures, Measured } from './figures.ts';

/** Where and how a run was measured. */
export interface Report {
  readonly generator: string;
  readonly short: boolean;
  readonly counted: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly rows: readonly Figures[];
}

/** What the figures are figures of. */
export const counted =
  'Wall time of whole processes, from start to end: Node, the browser and all work, on both sides. Guidepress and raw Chrome take turns; a ratio is the median of the ratios of the rounds. Raw Chrome prints the HTML that the press hands to its browser, in 2 tabs, with the same options; it sets each document once and prints it as often as it has passes. It reads no Markdown, checks nothing and finishes nothing. Memory and processor time, of a process and all that it starts, are looked at in runs of their own; shared pages count in parts (PSS), so another browser that runs meanwhile makes them less.';

/** Figures as a table for people. Targets count at full scale alone. */
export function tableOf({ rows, machine }: Report): string {
  const cells = rows.map((row) => [
    row.what,
    amount(row.median, row.unit),
    row.samples.length > 1 ? `${number(row.min)}–${number(row.max)}` : '',
    row.ratio && row.against ? `${row.ratio.value.toFixed(2)} × ${row.against.what}` : '',
    row.target ? `≤ ${targetOf(row.target, row.unit)}` : '',
    row.ok === null ? '' : row.ok ? 'ok' : 'over',
    row.note ?? '',
  ]);
  const head = ['what', 'median', 'min–max', 'ratio', 'target', '', ''];
  const where = Object.entries(machine).map(([name, value]) => `${name} ${value}`);
  return [...table([head, ...cells]), '', where.join(', '), counted].join('\n');
}

function targetOf({ of, most }: NonNullable<Measured['target']>, unit: Measured['unit']): string {
  return of === 'ratio' ? `${most} ×` : amount(most, unit);
}

function amount(value: number, unit: Measured['unit']): string {
  return `${number(value)} ${unit}`;
}

/** Three digits that count. */
function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
