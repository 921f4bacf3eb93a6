import path from 'node:path';
import { parseArgs } from 'node:util';
import type { EditionId, Paper } from './model.ts';
import { editions } from '../templates/editions.ts';
import { UsageError } from './exit.ts';

/** What `build`, `check` and `watch` were asked to do. */
export interface Options {
  /** Guides by id, folder or .md file; none means all. */
  readonly guides: readonly string[];
  readonly content: string;
  readonly out: string;
  readonly languages: readonly string[];
  readonly places: readonly string[];
  /** Ids of clinics; `none` for the publisher's own products. */
  readonly clinics: readonly string[];
  readonly editions: readonly EditionId[];
  readonly papers: readonly Paper[];
  readonly force: boolean;
  /** Say of each product why it was made. */
  readonly why: boolean;
  readonly strict: boolean;
  readonly draft: boolean;
  /** Machine translations too, as drafts. */
  readonly unreviewed: boolean;
  /** ISO date. */
  readonly today: string;
  /** Products made at the same time. */
  readonly parallel: number;
  /** `check` alone: mend what is mechanical. */
  readonly fix: boolean;
  /** `check` alone: write safety locks. */
  readonly accept: boolean;
  /** `watch` alone: where to listen; null for the first free one. */
  readonly port: number | null;
  /** `build` alone: the one product goes to this file, or `-`, and nowhere else. */
  readonly to: string | null;
  /** With `to`: ids of the actions to print; none means all. */
  readonly actions: readonly string[];
  /** With `to`: a file with a clinic's note, or `-`. */
  readonly note: string | null;
  readonly json: boolean;
  readonly quiet: boolean;
}

const flags = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'output' },
  language: { type: 'string', multiple: true },
  place: { type: 'string', multiple: true },
  clinic: { type: 'string', multiple: true },
  edition: { type: 'string', multiple: true },
  paper: { type: 'string', multiple: true },
  force: { type: 'boolean', default: false },
  why: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  draft: { type: 'boolean', default: false },
  unreviewed: { type: 'boolean', default: false },
  today: { type: 'string' },
  parallel: { type: 'string', default: '2' },
  fix: { type: 'boolean', default: false },
  accept: { type: 'boolean', default: false },
  port: { type: 'string' },
  to: { type: 'string' },
  actions: { type: 'string', multiple: true },
  note: { type: 'string' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
} as const;

/** Reads the words after the verb. Throws UsageError that says what may be typed. */
export function readOptions(verb: 'build' | 'check' | 'watch', words: readonly string[]): Options {
  const { values, positionals } = parsed(words);
  for (const own of ['fix', 'accept'] as const) {
    if (values[own] && verb !== 'check')
      throw new UsageError(`Unexpected \`--${own}\` for \`${verb}\`, expected it after \`guidepress check\` alone`);
  }
  if (values.port !== undefined && verb !== 'watch')
    throw new UsageError(`Unexpected \`--port\` for \`${verb}\`, expected it after \`guidepress watch\` alone`);
  checkCopy(verb, values);
  if (verb === 'watch' && (values.clinic ?? []).length > 1)
    throw new UsageError('Unexpected second `--clinic` for `watch`, expected one: it shows the products of one clinic');
  const inside = path.relative(path.resolve(values.content), path.resolve(values.out));
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) {
    throw new UsageError(`Unexpected \`--out ${values.out}\` inside ${values.content}, expected a folder beside it`);
  }
  return {
    guides: positionals,
    content: values.content,
    out: values.out,
    languages: values.language ?? [],
    places: values.place ?? [],
    clinics: values.clinic ?? [],
    editions: (values.edition ?? []).map((id) => oneOf('edition', id, Object.keys(editions) as EditionId[])),
    papers: (values.paper ?? []).map((paper) => oneOf('paper', paper, ['a4', 'letter'] as const)),
    force: values.force,
    why: values.why,
    strict: values.strict,
    draft: values.draft,
    unreviewed: values.unreviewed,
    today: date(values.today),
    parallel: whole(values.parallel),
    fix: values.fix,
    accept: values.accept,
    port: port(values.port),
    to: values.to ?? null,
    actions: (values.actions ?? []).flatMap((ids) => ids.split(',')).map((id) => id.trim()),
    note: values.note ?? null,
    json: values.json,
    quiet: values.quiet,
  };
}

/** A patient's own copy goes to one file of the caller's, never into the output folder. */
function checkCopy(verb: string, values: ReturnType<typeof parsed>['values']): void {
  for (const own of ['to', 'actions', 'note'] as const) {
    if (values[own] === undefined) continue;
    if (verb !== 'build')
      throw new UsageError(`Unexpected \`--${own}\` for \`${verb}\`, expected it after \`guidepress build\` alone`);
    if (values.to === undefined)
      throw new UsageError(
        `Unexpected \`--${own}\` without \`--to\`, expected a place for the copy: add \`--to FILE\``,
      );
  }
  if ([values.to, values.note].includes('')) throw new UsageError('Unexpected empty file name, expected a file or `-`');
  if (values.actions?.some((ids) => ids.split(',').some((id) => id.trim() === '')))
    throw new UsageError('Unexpected empty `--actions`, expected ids of actions parted by commas');
  if (values.to === '-' && values.json)
    throw new UsageError('Unexpected `--json` with `--to -`, expected one document on standard output: leave one out');
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}: see guidepress --help`, { cause: error });
  }
}

function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (!found)
    throw new UsageError(
      `Unexpected ${what} \`${value}\`, expected one of ${allowed.map((one) => `\`${one}\``).join(', ')}`,
    );
  return found;
}

/** The one place that reads the clock: it decides *expired*, nothing else. */
function date(value: string | undefined): string {
  if (value === undefined) return new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
    throw new UsageError(`Unexpected date \`${value}\`, expected YYYY-MM-DD`);
  }
  return value;
}

function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 16) {
    throw new UsageError(`Unexpected \`--parallel ${value}\`, expected a whole number from 1 to 16`);
  }
  return number;
}

function port(value: string | undefined): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) return number;
  throw new UsageError(`Unexpected \`--port ${value}\`, expected a whole number from 1 to 65535`);
}
