import type { Node, Parent } from 'unist';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../scripts/read/markdown.ts';
import { TooDeep } from '../../scripts/read/nesting.ts';

/** A tree as text: `paragraph(text"Hi " phone:urgent)`. */
function sketch(node: Node): string {
  const fields = { ...node } as Readonly<Record<string, unknown>>;
  const parts = ['value', 'service', 'id', 'keys', 'name', 'url'].filter((name) => typeof fields[name] !== 'undefined');
  const label = `${node.type}${parts.map((name) => `:${String(fields[name])}`).join('')}`;
  const inner = [fields['image'], ...((fields['children'] as Node[] | undefined) ?? [])].filter(
    (child) => child !== undefined,
  );
  return inner.length === 0 ? label : `${label}(${inner.map((child) => sketch(child as Node)).join(' ')})`;
}

function blocks(source: string): string[] {
  return parseMarkdown(source).children.map(sketch);
}

function nodesOf(node: Node, type: string): Node[] {
  const image = 'image' in node ? [node.image as Node] : [];
  const below = 'children' in node ? [...image, ...(node as Parent).children] : image;
  return [...(node.type === type ? [node] : []), ...below.flatMap((child) => nodesOf(child, type))];
}

function sourceOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

test.each([
  ['an autolink to phone: is a phone', 'Call <phone:urgent>.', 'paragraph(text:Call  phone:urgent text:.)'],
  ['a named link to phone: stays a link', '[x](phone:urgent)', 'paragraph(link:phone:urgent(text:x))'],
  ['a link to fact: is a fact', '[*5* min](fact:rest)', 'paragraph(fact:rest(emphasis(text:5) text: min))'],
  ['a fact by reference is a fact', '[5][r]\n\n[r]: fact:rest', 'paragraph(fact:rest(text:5))'],
  ['a citation may name many', 'So [@a; @b-2].', 'paragraph(text:So  citation:a,b-2 text:.)'],
  ['an escaped citation is text', '\\[@a] [@a] \\\\[@b]', 'paragraph(text:[@a]  citation:a text: \\ citation:b)'],
  ['a citation in a link is text', '[see [@a]](http://x.y)', 'paragraph(link:http://x.y(text:see [@a]))'],
  ['a citation beats a link of its name', '[@a]\n\n[@a]: http://x.y', 'paragraph(citation:a)'],
  ['a page in brackets is text', '[@a, p. 3]', 'paragraph(text:[@a, p. 3])'],
  ['clock times are text', 'At 10:30, 1:2, NHS:111.', 'paragraph(text:At 10:30, 1:2, NHS:111.)'],
  ['one tilde is text', '5~10 or 10~15', 'paragraph(text:5~10 or 10~15)'],
  ['a leaf directive is text', '::tip[x]{y}', 'paragraph(text:::tip[x]{y})'],
  [
    'an image with a caption is a figure',
    '![x](x.svg)\nA *cap*.',
    'figure(image:x.svg text:A  emphasis(text:cap) text:.)',
  ],
  ['an image within a line stays', 'See ![x](x.svg)', 'paragraph(text:See  image:x.svg)'],
  ['an image by reference is one', '![x][p]\n\n[p]: x.svg', 'figure(image:x.svg)'],
])('%s', (_, source, expected) => {
  expect(blocks(source)[0]).toBe(expected);
});

test('images that start a line are figures of their own', () => {
  expect(blocks('![a](a.svg) ![b](b.svg)\n![c](c.svg) Cap\nmore\n![d](d.svg)')).toEqual([
    'figure(image:a.svg)',
    'figure(image:b.svg)',
    'figure(image:c.svg text:Cap\nmore)',
    'figure(image:d.svg)',
  ]);
});

test('an image in a table cell stays an image', () => {
  expect(nodesOf(parseMarkdown('| a |\n|---|\n| ![x](x.svg) |'), 'figure')).toEqual([]);
});

test('a block is a container directive with its attributes', () => {
  const [block] = parseMarkdown(':::action{#warm-pack}\n**Warm**: 5\n:::').children;
  expect(block).toMatchObject({ type: 'containerDirective', name: 'action', attributes: { id: 'warm-pack' } });
});

test('each citation and caption has the place it is written at', () => {
  const source = '> Text \\* &amp; [@a;\n> @b] and\n> more [@c]\n\n![x](x.svg)\n  Cap [@d]';
  const tree = parseMarkdown(source);
  expect(nodesOf(tree, 'citation').map((node) => sourceOf(node, source))).toEqual(['[@a;\n> @b]', '[@c]', '[@d]']);
  expect(nodesOf(tree, 'citation').map(({ position }) => position?.start.line)).toEqual([1, 3, 6]);
  const [figure] = nodesOf(tree, 'figure');
  expect((figure as Parent | undefined)?.children[0]?.position?.start).toMatchObject({ line: 6, column: 3 });
});

test('every node has a position', () => {
  const tree = parseMarkdown('mail _a@b.org_ or ~c@d.org\n\n- [x] do [^1]\n\n[^1]: note www.x.org [@a]');
  const types = ['link', 'text', 'listItem', 'footnoteReference', 'citation', 'paragraph'];
  for (const node of types.flatMap((type) => nodesOf(tree, type))) expect(node.position, node.type).toBeDefined();
});

test('text nested too deep is refused with its place, before or after parsing', () => {
  expect(() => parseMarkdown(`# Hi\n\n${'> '.repeat(10_000)}x`)).toThrow(TooDeep);
  const list = Array.from({ length: 110 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n');
  expect(() => parseMarkdown(list)).toThrow(expect.objectContaining({ position: expect.anything() }));
  expect(() => parseMarkdown('> '.repeat(90))).not.toThrow();
});
