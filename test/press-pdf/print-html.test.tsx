import { expect, test } from 'vitest';
import { marginTexts } from '../../scripts/press/pdf/page-css.ts';
import { fontsCss } from '../../scripts/press/pdf/fonts-css.ts';
import { printHtml } from '../../scripts/press/pdf/print-html.ts';
import { latin, page, publicationOf } from './publication.ts';

const html = (changes: Parameters<typeof publicationOf>[1] = {}, fontCss = '') =>
  printHtml(publicationOf(<p>x</p>, changes), { fontCss });

test('the security policy comes before anything that could ask for something', () => {
  const start =
    '<!doctype html><html lang="en-GB" dir="ltr" data-paper="a4" style="width:174mm"><head><meta http-equiv="Content-Security-Policy" ' +
    `content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">`;
  expect(html().replaceAll('&#x27;', "'").slice(0, start.length)).toBe(start);
});

test('paper, margins and margin boxes are @page rules, with counters for the page numbers', () => {
  const css = html({ page: { ...page, head: ['Sore knees', ''], foot: ['v1\n2026', 'Page {page} of {pages}'] } });
  expect(css).toContain('@page{size:210mm 297mm;margin:18mm 18mm 20mm 18mm;');
  expect(css).toContain(
    '@top-left{font-family:"Atkinson Hyperlegible Next",sans-serif;text-align:left;content:"Sore knees"}',
  );
  expect(css).toContain('content:"v1\\A 2026"}');
  expect(css).toContain('content:"Page " counter(page) " of " counter(pages)}');
});

test('page 1 has no head, and its own foot', () => {
  const css = html({ page: { ...page, head: ['a', 'b'], foot: ['c', 'd'], firstFoot: ['e', ''] } });
  const first = /@page :first\{.*/.exec(css)?.[0] ?? '';
  expect(first.match(/content:[^}]*/g)).toEqual(['content:none', 'content:none', 'content:"e"', 'content:none']);
});

/** The styles, and the running heads. */
const styleElements = 2;

test('text in a margin box ends neither its string nor the style element', () => {
  const css = html({ page: { ...page, foot: ['a"b\\c</style><script>', ''] } });
  expect(css).toContain('content:"a\\"b\\\\c\\3c /style>\\3c script>"');
  expect(css.match(/<\/style>/g)).toHaveLength(styleElements);
});

test('styles of an edition cannot end the style element', () => {
  expect(html({ css: 'p::before{content:"</STYLE>"}' }).match(/<\/style>/gi)).toHaveLength(styleElements);
});

test('the audit expects on each page what its margin boxes print', () => {
  const furniture = { ...page, head: ['H', ''], foot: ['', '{page}/{pages}'], firstFoot: ['F', ''] } as const;
  expect(marginTexts(furniture, 0, 3)).toEqual(['F', '']);
  expect(marginTexts(furniture, 1, 3)).toEqual(['H', '', '', '2/3']);
});

test('fonts are inside the style sheet', async () => {
  const css = await fontsCss([{ ...latin, weight: 700, unicodeRange: 'U+20-7E' }]);
  expect(css).toMatch(
    /^@font-face\{font-family:"Atkinson Hyperlegible Next";font-weight:700;font-style:normal;unicode-range:U\+20-7E;ascent-override:98\.4%;[^}]*src:url\(data:font\/woff2;base64,d09GMg[^)]*\) format\("woff2"\)\}$/,
  );
});

test('a publication of several documents or without pages is our mistake', () => {
  expect(() => html({ page: null })).toThrow('with a page');
  expect(() => html({ documents: [] })).toThrow('expected one');
});
