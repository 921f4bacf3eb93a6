import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { changedParts, partsOf } from '../../scripts/plan/fingerprint.ts';
import type { Pagination } from '../../scripts/model.ts';
import { nameStandardPages } from '../../scripts/press/pdf/name-standard-pages.ts';
import { composeMarkdown } from '../compose/compose-markdown.ts';

const sections = {
  '01-help.md': '---\nin: [handout, guide]\n---\n# Get help\n\n:::urgent\n- fever\n:::\n\nAsk.\n',
  '02-walk.md': '---\nin: [handout, guide]\n---\n# Walk\n\nWalk a little.\n',
};

const handout: Pagination = { source: '', pages: 3, ids: { help: 2, walk: 3 }, blocks: {}, heads: [] };

async function linesOf(standard: Pagination | null): Promise<readonly string[]> {
  const { publication } = await composeMarkdown(sections, 'large-print');
  const { documents } = nameStandardPages(publication, standard);
  const html = documents.map(({ body }) => toHtml({ type: 'root', children: [...body] })).join('');
  return Array.from(html.matchAll(/<p class="standard-page"[^>]*>(.*?)<\/p>/g), ([, line = '']) =>
    line.replace(/<[^>]*>/g, ''),
  );
}

test('a part whose page in the standard copy is known names it; for others the line is left out', async () => {
  expect(await linesOf(handout)).toEqual(['Page 2 of the standard copy', 'Page 3 of the standard copy']);
});

test('without a standard copy no line is printed', async () => {
  expect(await linesOf(null)).toEqual([]);
});

test('another page in the standard copy makes the large print anew', async () => {
  const { publication } = await composeMarkdown(sections, 'large-print');
  const parts = (pagination: Pagination | null) => partsOf(publication, { program: '', browser: '', pagination });
  expect(changedParts(parts(handout), parts({ ...handout, ids: { help: 2, walk: 4 } }))).toEqual([
    'pages of the printed copy',
  ]);
  expect(changedParts(parts(handout), parts(null))).toEqual(['pages of the printed copy']);
});

test('only large print names the pages of the standard copy', async () => {
  for (const edition of ['handout', 'guide', 'booklet', 'web'] as const)
    expect((await composeMarkdown(sections, edition)).html).not.toContain('standard-page');
});
