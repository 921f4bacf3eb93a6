import { describe, expect, test } from 'vitest';
import { sanitiseSvg, type SafeSvg } from '../../scripts/read/svg.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">';

/** Sanitises what stands in an svg element. */
function sanitise(content: string): SafeSvg {
  const safe = sanitiseSvg(new TextEncoder().encode(`${open}${content}</svg>`));
  if ('problem' in safe) throw new Error(`expected a drawing, got ${safe.problem}`);
  return safe;
}

function problemOf(source: string | Uint8Array): string {
  const safe = sanitiseSvg(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  return 'problem' in safe ? safe.problem : 'none';
}

function inside({ svg }: SafeSvg): string {
  return svg.replace(/^<svg[^>]*>|<\/svg>\n$/g, '');
}

test('a drawing of shapes stays as it is', () => {
  const shapes =
    '<title>Shrug</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
    '<g fill="none" stroke-width="3.2"><path d="M0 0L1 1" fill="url(#g)"/><use href="#a"/></g><text x="1">a &lt; b</text>';
  expect(inside(sanitise(shapes))).toBe(shapes);
  expect(sanitise(shapes).dropped).toEqual([]);
});

test('cleaning a clean drawing changes nothing', () => {
  const { svg } = sanitise('<style>.a{fill:red}</style><path class="a" style="stroke:#000" d="M0 0"/>');
  expect(sanitiseSvg(new TextEncoder().encode(svg))).toMatchObject({ svg, dropped: [] });
});

test.each([
  ['a script', '<script>alert(1)</script>', 'script'],
  ['a script under a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', 'script'],
  ['HTML', '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>', 'foreignObject'],
  ['an event handler', '<path onclick="x" d="M0 0"/>', 'onclick'],
  ['animation', '<path d="M0 0"><animate attributeName="d"/></path>', 'animate'],
  ['a picture', '<image href="http://127.0.0.1:9/"/>', 'image'],
  ['an outside reference', '<use xlink:href="http://127.0.0.1:9/#a"/>', 'href http://127.0.0.1:9/#a'],
  ['a file reference', '<use href="file:///etc/passwd#a"/>', 'href file:///etc/passwd#a'],
  ['an outside paint', '<path fill="url(http://127.0.0.1:9/#a)"/>', 'fill'],
  ['an outside paint in a style', '<path style="fill:url(//x/#a)"/>', 'style'],
  ['an escaped outside paint', String.raw`<path style="fill:u\72l(//x/#a)"/>`, 'style'],
  ['an import', '<style>@import "http://127.0.0.1:9/"; .a{fill:red}</style>', 'style'],
  ['an outside paint in a style sheet', '<style>.a{fill:url(http://x)}</style>', 'style'],
  ['a link', '<a href="javascript:x"><path d="M0 0"/></a>', 'a'],
  ['a filter', '<filter id="f"><feImage href="http://x"/></filter>', 'filter'],
])('%s is left out and told', (_, content, name) => {
  const safe = sanitise(`${content}<path d="M9 9"/>`);
  expect(safe.dropped).toContain(name);
  expect(safe.svg).toContain('<path d="M9 9"/>');
  expect(safe.svg).not.toMatch(/script|onclick|127|file:|url\((?!#)|import|foreign|<a/i);
});

test("editors' own elements, comments and instructions go without a word", () => {
  const safe = sanitise(
    '<?x y?><!-- c --><i:layer xmlns:i="urn:i"><path d="M1 1"/></i:layer><metadata>m</metadata><g i:x="1" xmlns:i="urn:i" data-a="b"/>',
  );
  expect(inside(safe)).toBe('<g/>');
  expect(safe.dropped).toEqual([]);
});

test('rules of a style sheet stay, at-rules and comments do not', () => {
  const { svg } = sanitise(
    '<style><![CDATA[@charset "utf-8"; /* c */ .a, #b > g { fill: red; behavior: x } @media print{.c{fill:red}}]]></style>',
  );
  expect(svg).toContain('<style>.a, #b &gt; g{fill:red}</style>');
});

describe('size', () => {
  test.each([
    ['viewBox="0 0 10 20"', 10, 20, '0 0 10 20'],
    ['viewBox="0,0 10,20" width="50"', 50, 100, '0 0 10 20'],
    ['width="25.4mm" height="1in"', 96, 96, '0 0 96 96'],
    ['width="100%" height="100%" viewBox="-1 -1 4 2"', 4, 2, '-1 -1 4 2'],
  ])('of %s', (attributes, width, height, viewBox) => {
    const safe = sanitiseSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`));
    expect(safe).toMatchObject({ width, height });
    expect('svg' in safe && safe.svg).toContain(`viewBox="${viewBox}"`);
    expect('svg' in safe && safe.svg).toContain(`width="${width}" height="${height}"`);
  });

  test.each(['', 'width="100%"', 'viewBox="0 0 0 5"', 'viewBox="0 0 1e99 1"', 'width="-3" height="4"'])(
    'is a problem for an svg with %j',
    (attributes) => {
      expect(problemOf(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`)).toContain('no size');
    },
  );
});

test('a document type is skipped and its entities are an error', () => {
  const bomb = `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(99)}"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 1 1"><text>&b;</text></svg>`;
  expect(problemOf(bomb)).toContain('entity');
  expect(problemOf('<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg viewBox="0 0 1 1"/>')).toBe('none');
});

test.each([
  ['no XML', 'hello'],
  ['cut short', '<svg viewBox="0 0 1 1"><g>'],
  ['another root', '<html><svg viewBox="0 0 1 1"/></html>'],
  ['empty', ''],
  ['not UTF-8', new Uint8Array([0x3c, 0x73, 0xff, 0x41])],
  ['nested too deep', `<svg viewBox="0 0 1 1">${'<g>'.repeat(200)}${'</g>'.repeat(200)}</svg>`],
  ['too many elements', `<svg viewBox="0 0 1 1">${'<g/>'.repeat(60_000)}</svg>`],
  ['using itself', '<svg viewBox="0 0 1 1"><g id="a"><use href="#a"/></g></svg>'],
])('a file is a problem: %s', (_, source) => {
  expect(problemOf(source)).not.toBe('none');
});

test('elements that use each other without end are a problem', () => {
  const levels = Array.from({ length: 8 }, (_, n) => `<g id="l${n}">${`<use href="#l${n + 1}"/>`.repeat(10)}</g>`).join(
    '',
  );
  expect(problemOf(`<svg viewBox="0 0 1 1">${levels}<path id="l8"/></svg>`)).toContain('refer to each other');
});

test('a UTF-16 file is read', () => {
  const bytes = Buffer.from(`\uFEFF${open}<title>é</title></svg>`, 'utf16le');
  expect(sanitiseSvg(bytes)).toMatchObject({ width: 10, svg: expect.stringContaining('<title>é</title>') });
});

test('a megabyte of comments that never end takes no time', () => {
  const started = performance.now();
  sanitise(`<style>${'/*'.repeat(500_000)}</style><path style="${'url('.repeat(100_000)}"/>`);
  expect(performance.now() - started).toBeLessThan(3_000);
});

/** The path data of a sanitised drawing that is one path. */
function pathOf(d: string, viewBox = '0 0 100 100'): string {
  const safe = sanitiseSvg(Buffer.from(`<svg viewBox="${viewBox}"><path d="${d}"/></svg>`));
  return 'svg' in safe ? (/ d="([^"]*)"/.exec(safe.svg)?.[1] ?? '') : '';
}

describe('arcs', () => {
  test('become curves, one a quarter turn: Chromium would print sixteen', () => {
    // The handles of a quarter circle stand 0.5523 of its radius off its ends: 40 × 0.5523 = 22.09.
    expect(pathOf('M10 50a40 40 0 1 1 80 0')).toBe('M10 50C10 27.91 27.91 10 50 10 72.09 10 90 27.91 90 50');
  });

  test('of a tiny drawing keep their shape', () => {
    expect(pathOf('M0 .5A.5 .5 0 0 1 1 .5', '0 0 1 1')).toMatch(/\.2239/);
  });

  test('stay as they are where the data is broken', () => {
    expect(pathOf('M0 0A1 oops')).toBe('M0 0A1 oops');
  });
});
