import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { htmlSchema } from '../../scripts/read/raw-html.ts';
import { clean } from './clean.ts';

async function html(markdown: string): Promise<string> {
  return (await clean(markdown)).html.replaceAll('\n', '');
}

async function findings(markdown: string): Promise<readonly string[]> {
  return (await clean(markdown)).findings.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  );
}

test('a table keeps its caption, scopes, headers and spans', async () => {
  const table =
    '<table><caption>Doses</caption><thead><tr><th id="d" scope="col" colspan="2">Day</th></tr></thead>' +
    '<tbody><tr><td headers="d" rowspan="2">1</td></tr></tbody></table>';
  expect(await html(table)).toBe(table);
});

test.each([
  ['lists', '<ol start="3" type="a"><li value="5">x</li></ol><dl><dt>a</dt><dd>b</dd></dl>'],
  ['ruby', '<p><ruby>漢<rt>kan</rt></ruby></p>'],
  ['a figure', '<figure><figcaption>c</figcaption></figure>'],
  [
    'links',
    '<p><a href="https://x.org/?a=b&#x26;c">a</a> <a href="#b">b</a> <a href="c.md#d">c</a> <a href="tel:111">d</a></p>',
  ],
  [
    'small marks',
    '<p>H<sub>2</sub>O <abbr title="a">b</abbr> <time datetime="2024">t</time> <bdo dir="rtl">x</bdo></p>',
  ],
])('%s stay as they are', async (_, source) => {
  expect(await html(source)).toBe(source);
  expect(await findings(source)).toEqual([]);
});

test('class and style go without a finding', async () => {
  expect(await html('<p class="a" style="color:red" data-x="1">x</p>')).toBe('<p>x</p>');
  expect(await findings('<p class="a" style="color:red">x</p>')).toEqual([]);
});

test('elements that are only looks become plain ones', async () => {
  expect(await html('<center><font>a</font></center>')).toBe('<div><span>a</span></div>');
});

test.each([
  ['in a line', 'a <script>if (a<b) alert(1)</script> b', '<p>a  b</p>'],
  ['as a block', '<script>\nalert(1)\n\n# 2\n</script>\n\nb', '<p>b</p>'],
  ['in a drawing', '<div><svg><script>1</script></svg>b</div>', '<div>b</div>'],
  ['with odd letters', '<ScRiPt >1</sCrIpT >b', 'b'],
])('a script goes with its text: %s', async (_, source, expected) => {
  expect(await html(source)).toBe(expected);
  expect(await findings(source)).toContainEqual(expect.stringContaining('Unexpected `<script>`'));
});

test('what is dropped is reported at its line and column with what to write instead', async () => {
  expect(await findings('text\n\n> more\n> <video>x</video>\n')).toEqual([
    '4:3 html-dropped Unexpected `<video>`, expected a link: write `[what it shows](https://…)`',
  ]);
  expect(await findings('<p>\na\n  <blink>x</blink>\n</p>\n')).toEqual([
    '3:3 html-dropped Unexpected `<blink>`, expected Markdown or a simple element: write it in Markdown',
  ]);
});

test('one kind is reported once a line', async () => {
  expect(await findings('<blink>a</blink> <blink>b</blink>')).toHaveLength(1);
});

test.each(['video', 'form', 'button', 'noscript', 'marquee', 'select', 'math', 'custom-tag'])(
  'the text of a dropped <%s> is kept',
  async (name) => {
    expect(await html(`<${name}>keep</${name}>`)).toContain('keep');
    expect(await findings(`<${name}>keep</${name}>`)).toHaveLength(1);
  },
);

test.each(['textarea', 'title', 'xmp', 'plaintext', 'noscript', 'noframes', 'iframe', 'select', 'svg', 'math'])(
  'an unclosed <%s> in a line swallows nothing that follows',
  async (name) => {
    const made = await html(`a <${name}> b <b>c</b>\n\n# After\n\n<i>d</i>`);
    expect(made).toContain('<b>c</b>');
    expect(made).toContain('<h1>After</h1><p><i>d</i></p>');
  },
);

test('an unclosed textarea at the start of a line keeps its text', async () => {
  expect(await html('<textarea>\nHello\n\nmore <b>x</b>')).toContain('more <b>x</b>');
});

test('text after a script or comment without an end is reported as lost', async () => {
  expect((await findings('<script>\n\n# Lost')).at(-1)).toContain('the text is lost');
  expect(await findings('<!-- open\n\n# Lost')).toEqual([
    expect.stringContaining('1:1 html-dropped Unexpected comment without an end'),
  ]);
});

test('a tag cut short by a blank line is kept as text and reported', async () => {
  expect(await html('<div title="a\n\nb">c</div>')).toContain('&#x3C;div title="a');
  expect(await findings('<div title="a\n\nb">c</div>')).toEqual([
    expect.stringContaining('Unexpected tag without an end'),
  ]);
});

test('an element ends with the Markdown block that it was opened in', async () => {
  expect(await html('a <b>b\n\nc')).toBe('<p>a <b>b</b></p><p>c</p>');
  expect(await html('> <div>\n> a\n\nb')).toBe('<blockquote><div>a</div></blockquote><p>b</p>');
});

test('an end tag cannot close a Markdown block', async () => {
  expect(await html('- a</li></ul></div></p>\n- b')).toBe('<ul><li>a</li><li>b</li></ul>');
});

test('an end tag in a later paragraph closes the element, after that paragraph', async () => {
  expect(await html('<details><summary>s</summary>\n\nin</details>\n\nout')).toBe(
    '<details open><summary>s</summary><p>in</p></details><p>out</p>',
  );
});

test('badly nested tags do not leak', async () => {
  expect(await html('<b><i>x</b>y\n\nz')).toBe('<p><b><i>x</i></b>y</p><p>z</p>');
});

test('Markdown blocks between the tags of a dropped element stay', async () => {
  expect(await html('<object>\n\n**keep**\n\n</object>')).toBe('<p><strong>keep</strong></p>');
});

test('parts of a list or table need it around them', async () => {
  expect(await html('<li>x</li>')).not.toContain('<li>');
  expect(await findings('<td>x</td>')).toEqual([expect.stringContaining('expected a `<table>` around it')]);
});

test.each([
  'javascript:alert(1)',
  ' JAVA\tscript:x',
  'file:///etc/passwd',
  'data:text/html,x',
  '//evil.org',
  '/etc/passwd',
  '\\\\evil',
  'vbscript:x',
  'java&#x0A;script:x',
])('the address %j is left out and reported, the text stays', async (address) => {
  const source = `<a href="${address}">x</a>`;
  expect(await html(source)).toContain('<a>x</a>');
  expect(await findings(source)).toEqual([expect.stringContaining('Unexpected address')]);
});

test('event handlers are left out and reported', async () => {
  expect(await html('<p onclick="x">a</p>')).toBe('<p>a</p>');
  expect(await findings('<p onclick="x">a</p>')).toEqual([expect.stringContaining('Unexpected `onclick` on `<p>`')]);
});

test('a picture becomes its asset, or its words where there is none', async () => {
  const made = await clean(
    '<img src="a.png" alt="A &amp; B" width="20" srcset="b 2x"> <img src="missing.png" alt="words">',
  );
  expect(made.html).toBe('<p><img src="asset:picture.png" alt="A &#x26; B" width="20"> words</p>');
  expect(made.asked).toEqual(['a.png', 'missing.png']);
});

test('a picture without words is called by its file name, and so is the gap of one that is not there', async () => {
  expect(await html('<img src="dir/a%20b.png?raw=true"> <img src="x.png" alt=""> <img src="missing.png" alt="">')).toBe(
    '<p><img src="asset:picture.png" alt="a b.png"> <img src="asset:picture.png" alt=""> </p>',
  );
  expect(await html('see <img src="missing.png"> here')).toBe('<p>see missing.png here</p>');
});

test('a place named in the old way has an id', async () => {
  expect(await html('<a name="here"></a>x')).toBe('<p><a id="here"></a>x</p>');
});

test('what pictures say is told to the checks', async () => {
  const { tree } = await clean('<div><img src="dir/a.png" alt="A"><img src="b.png"></div>');
  const images: unknown[] = [];
  visit(tree, 'html', ({ data }) => void images.push(...(data?.images ?? [])));
  expect(images).toEqual([
    { alt: 'A', name: 'a.png' },
    { alt: null, name: 'b.png' },
  ]);
});

test('comments go, but those that speak to Guidepress stay for the checks', async () => {
  const { tree } = await clean('a <!-- x --> b\n\n<!-- guidepress-ignore number-loose: why -->\n\n<!-- y -->\n');
  const kept: string[] = [];
  visit(tree, 'html', ({ value }) => void kept.push(value));
  expect(kept).toEqual(['<!-- guidepress-ignore number-loose: why -->']);
});

test('thousands of tags take little time and open no deep tree', async () => {
  const started = performance.now();
  const { tree } = await clean(`<div>${'<b><blink>'.repeat(500)}x${'</i><script>'.repeat(500)}</div>`);
  const inline = await clean(`a ${'<script> <b> '.repeat(500)}`);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(JSON.stringify(tree).match(/<b>/g)?.length).toBeLessThan(50);
  expect(inline.findings).toHaveLength(2);
});

test('the schema lets no other protocol and no script through', () => {
  expect(htmlSchema.protocols).toEqual({ href: ['http', 'https', 'mailto', 'tel'], src: ['asset'] });
  expect(htmlSchema.tagNames).not.toContain('script');
  expect(htmlSchema.attributes?.['th']).toEqual(['colSpan', 'rowSpan', 'headers', 'scope', 'abbr']);
});

test('whatever tags stand around words, all the words come out', async () => {
  const tags = [
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<td>',
    '<table>',
    '<tr>',
    '</table>',
    '<li>',
    '<ul>',
    '</ul>',
    '<title>',
  ];
  const more = ['<textarea>', '<xmp>', '<svg>', '</div>', '<div>', '<select>', '<!-- c -->', '<br>', '\n\n', '\n'];
  const pieces = array(constantFrom(...tags, ...more, 'word', 'word', ' '), { maxLength: 20 });
  await assert(
    asyncProperty(pieces, async (list) => {
      const { html } = await clean(list.join(''));
      const wanted = list.filter((piece) => piece === 'word').length;
      expect(html.match(/word/g)?.length ?? 0, list.join('')).toBe(wanted);
    }),
    { seed: 7, numRuns: 300 },
  );
});
