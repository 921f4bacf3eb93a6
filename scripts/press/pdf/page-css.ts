import type { Font, Page } from '../../model.ts';

/**
 * `@page` rules for a paper and its margin boxes (CSS Paged Media 3 §4.2). They carry all that repeats on each page: what is
 * in them is an Artifact in the PDF, so a screen reader never hears it.
 */
export function pageCss(page: Page, fonts: readonly Font[]): string {
  const { top, right, bottom, left } = page.margin;
  const families = [...new Set(fonts.map(({ family }) => JSON.stringify(family))), 'sans-serif'].join(',');
  const boxes = (head: readonly [string, string] | null, foot: readonly [string, string] | null): string =>
    [
      ['top-left', head?.[0]],
      ['top-right', head?.[1]],
      ['bottom-left', foot?.[0]],
      ['bottom-right', foot?.[1]],
    ]
      .map(
        ([name, text]) =>
          `@${name}{font-family:${families};text-align:${name?.split('-')[1]};content:${content(text ?? '')}}`,
      )
      .join('');
  return [
    `@page{size:${page.width}mm ${page.height}mm;margin:${top}mm ${right}mm ${bottom}mm ${left}mm;${boxes(page.head, page.foot)}}`,
    `@page :first{${boxes(null, page.firstFoot)}}`,
  ].join('\n');
}

/**
 * Running heads, one a page from page 1. Chromium has no `string()` (GCPM 3 §1.1), but it draws `counter(page)` in a style that names
 * pages (CSS Counter Styles 3 §3.1.3).
 */
export function runningHeadsCss(heads: readonly string[]): string {
  const symbols = heads.length === 0 ? '""' : heads.map(quote).join(' ');
  return `@counter-style guidepress-section{system:fixed;symbols:${symbols};suffix:""}`;
}

/** What the margin boxes print on a page (0-based), as the reader sees it; for the audit. */
export function marginTexts(
  page: Page,
  index: number,
  pages: number,
  heads: readonly string[] = [],
): readonly string[] {
  const texts = index === 0 ? (page.firstFoot ?? []) : [...page.head, ...page.foot];
  const values: Readonly<Record<string, string>> = {
    page: String(index + 1),
    pages: String(pages),
    section: heads[index] ?? '',
  };
  return texts.map((text) => text.replace(holes, (hole, name: string) => values[name] ?? hole));
}

/** A CSS `content` value: strings and counters. */
function content(text: string): string {
  if (text === '') return 'none';
  return text
    .split(/(\{(?:pages?|section)\})/)
    .filter((part) => part !== '')
    .map((part) => counters[part] ?? quote(part))
    .join(' ');
}

const holes = /\{(page|pages|section)\}/g;

const counters: Readonly<Record<string, string>> = {
  '{page}': 'counter(page)',
  '{pages}': 'counter(pages)',
  '{section}': 'counter(page,guidepress-section)',
};

/** A CSS string (CSS Syntax 3 §4.3.5) that ends neither early nor the style element. */
function quote(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\A ')
    .replace(/</g, '\\3c ')
    // oxlint-disable-next-line no-control-regex -- control characters are what this drops
    .replace(/[\u0000-\u001f\u007f]/g, '');
  return `"${escaped}"`;
}
