import type { Page } from '../../model.ts';
import type { Finished } from './finish/index.ts';
import type { Part, Sheet } from './measure.ts';
import type { Problem } from '../problem.ts';
import type { LaidOut } from './lay-out.ts';

/** What does not fit on the pages it may take, with the millimetres of each part: the author then knows what to shorten. */
export function findPageProblems(
  page: Page,
  laidOut: LaidOut,
  finished: Pick<Finished, 'pages' | 'fields'>,
): readonly Problem[] {
  const fitProblems = findFitProblem(page, laidOut, finished);
  if (fitProblems.length > 0) return fitProblems;
  return [...laidOut.sheets.flatMap(findSheetProblem), ...findLengthProblem(page, laidOut, finished.pages)];
}

function findFitProblem(page: Page, { fit }: LaidOut, { fields }: Pick<Finished, 'fields'>): readonly Problem[] {
  if (page.fit === null || fit === null) return [];
  const { height, min } = page.fit;
  if (fit.size === null) {
    const message = `Unexpected ${millimetres(height + fit.over)} at ${min} pt, expected at most ${millimetres(height)}: shorten by ${millimetres(fit.over)}`;
    return [problem('checklist-long', message, fit.parts)];
  }
  const pages = new Set(fields.map((field) => field.page));
  if (pages.size <= 1) return [];
  const message = `Unexpected boxes on ${pages.size} pages, expected all on one: shorten the rows`;
  return [problem('checklist-long', message, fit.parts)];
}

function findSheetProblem({ height, allowed, parts }: Sheet): readonly Problem[] {
  const slack = 0.5;
  if (height <= allowed + slack) return [];
  const message = `Unexpected ${millimetres(height)} on page 1, expected at most ${millimetres(allowed)}: shorten by ${millimetres(height - allowed)}`;
  return [problem('front-long', message, parts)];
}

/** What guide.yml may allow. */
const mostHandoutPages = 4;

function findLengthProblem({ maxPages, fit }: Page, { parts }: LaidOut, pages: number): readonly Problem[] {
  if (maxPages === null || pages <= maxPages) return [];
  const most = maxPages === 1 ? '1 page' : `${maxPages} pages`;
  const more =
    fit === null && maxPages < mostHandoutPages ? `, or allow more with \`handout: ${mostHandoutPages}\`` : '';
  const message = `Unexpected ${pages} pages, expected at most ${most}: shorten or leave out a section${more}`;
  return [problem(fit === null ? 'handout-long' : 'checklist-long', message, parts)];
}

/** The parts are named by words of the text. */
function problem(rule: Problem['rule'], message: string, parts: readonly Part[]): Problem {
  return { rule, message: message + list(parts), discreet: message };
}

function list(parts: readonly Part[]): string {
  if (parts.length === 0) return '';
  return ` (${parts.map(({ name, height }) => `${name} ${millimetres(height)}`).join(', ')})`;
}

/** Rounded up: 0.2 mm too much is not 0 mm. */
function millimetres(value: number): string {
  return `${Math.ceil(value - 0.01)} mm`;
}
