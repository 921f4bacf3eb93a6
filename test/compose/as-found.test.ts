import { expect, test } from 'vitest';
import { composeMarkdown } from './compose-markdown.ts';

/* Markdown as people have it: skipped levels, idle divs, ids given twice, pictures that are not there. */

test('the first heading is the title once, of whatever level, in an idle div, or after badges', async () => {
  const { html, findings } = await composeMarkdown(
    {
      '01-two.md': '## Two level\n\nText.\n\n## Another two\n',
      '02-div.md': '<div align="center">\n\n# In a div\n\n## Below\n\nWords.\n\n</div>\n',
      '03-late.md': '[Other language](https://example.org)\n\n# After a link\n\n## Below too\n',
      '04-many.md': 'A start.\n\n# Part one\n\n# Part two\n',
    },
    'guide',
  );
  expect(findings).toEqual([]);
  for (const words of ['Two level', 'In a div', 'After a link']) expect(html.split(`${words}</h2>`)).toHaveLength(2);
  expect(html).toContain('<section class="section" id="div" data-measure="In a div"><h2>In a div</h2>');
  expect(html).toContain('<h3 id="div--below">Below</h3>');
  expect(html.indexOf('Other language')).toBeGreaterThan(html.indexOf('After a link</h2>'));
  expect(html.indexOf('A start.')).toBeLessThan(html.indexOf('Part one</h2>'));
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('a heading in a quote or in raw HTML stands below its section', async () => {
  const text = '# A\n\n> ## Quoted\n\n<details><summary>More</summary>\n\n### Folded\n\n</details>\n';
  const { html } = await composeMarkdown({ '01-a.md': text }, 'guide');
  expect(html).toContain('<h3 id="a--quoted">Quoted</h3>');
  expect(html).toContain('<h4 id="a--folded">Folded</h4>');
});

test('printed headings leave out no level, where the author did', async () => {
  const text = '## A\n\n#### B\n\n##### C\n\n#### D\n\n> ###### E\n\n## F\n\n### G\n\n# H\n\n### I\n';
  const { html } = await composeMarkdown({ '01-a.md': text }, 'guide');
  const levels = Array.from(html.matchAll(/<h(\d)[^>]*>([A-I])</g), ([, level, words]) => `${words}${level}`);
  expect(levels.join(' ')).toBe('A2 B3 C4 D3 E4 F3 G4 H2 I3');
});

test('where a plain file has the title of the whole, its headings move up, and no level is left out', async () => {
  const text = '# Warm\n\n## A\n\n### B\n';
  const { html } = await composeMarkdown({ '01-a.md': text, '02-b.md': '# C\n\n## D\n' }, 'guide', {
    guide: { plain: true },
  });
  const levels = Array.from(html.matchAll(/<h(\d)[^>]*>(Warm|[A-D])</g), ([, level, words]) => `${words}${level}`);
  expect(levels.join(' ')).toBe('Warm1 A2 B3 C2 D3');
});

test('an id that is given twice stands once, and links lead to what raw HTML names', async () => {
  const text = '# A\n\n<p id="x">one</p>\n\n<p id="x">two</p>\n\n<a id="y"></a>[to y](#y)\n';
  const { html } = await composeMarkdown({ '01-a.md': text }, 'guide');
  expect(html).toContain('<p id="x">one</p>');
  expect(html).toContain('<p>two</p>');
  expect(html).toContain('<span id="y"></span><a href="#y">to y</a>');
});

test('a picture that is not there is a named gap within its line, and no word is missed', async () => {
  const text = '# A\n\nBefore ![gone](no.png) after.\n\n<p><gp-gap>nope.png</gp-gap> end.</p>\n';
  const { html, findings } = await composeMarkdown({ '01-a.md': text }, 'guide');
  expect(findings).toEqual([]);
  expect(html).toContain('Before <span class="gap">Missing here: gone</span> after.');
  expect(html).toContain('<p><span class="gap">Missing here: nope.png</span> end.</p>');
});

test('in a plain folder a picture without words is called by its file name', async () => {
  const bytes = new Uint8Array();
  const asset = { id: 'p.png', name: 'a b.png', mediaType: 'image/png', bytes, width: 9, height: 9 } as const;
  const translation = { assets: new Map([[asset.id, asset]]) };
  const files = { '01-a.md': '# A\n\nBefore ![](asset:p.png) after.\n' };
  const printed = async (plain: boolean): Promise<string> =>
    (await composeMarkdown(files, 'guide', { guide: { plain }, translation })).html;
  expect(await printed(true)).toContain('alt="a b.png"');
  expect(await printed(false)).toContain('alt=""');
});
