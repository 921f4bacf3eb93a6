import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figures } from '../../scripts/draw/figures.ts';
import { accent, cloth, ink, prop, skin, trousers, white } from '../../scripts/draw/kit.ts';

const content = path.resolve('content');
const shared = path.join(content, 'shared/figures');
const drawings = Object.entries(figures).map(([name, draw]): [string, string] => [name, draw()]);

test('the guides share the figures that the kit draws, and no others', async () => {
  const files = (await readdir(shared)).sort();
  expect(files).toEqual(drawings.map(([name]) => `${name}.svg`).sort());
});

test.each(drawings)('%s.svg in the content is the one that the kit draws', async (name, svg) => {
  expect(await readFile(path.join(shared, `${name}.svg`), 'utf8')).toBe(svg);
});

test('a guide shows every figure', async () => {
  const names = (await readdir(content, { recursive: true })).filter((name) => name.endsWith('.md'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(content, name), 'utf8')));
  const shown = new Set(Array.from(texts.join('\n').matchAll(/\]\(([a-z-]+)\.svg\)/g), ([, name]) => name));
  expect([...shown].sort()).toEqual(drawings.map(([name]) => name).sort());
});

test.each(drawings)('%s is paths and circles alone: no words, links, styles or pictures', (_, svg) => {
  const elements = new Set(Array.from(svg.matchAll(/<([a-z]+)/gi), ([, name]) => name));
  expect([...elements].filter((name) => !['svg', 'title', 'g', 'path', 'circle'].includes(name ?? ''))).toEqual([]);
  expect(svg).not.toMatch(/href|style=|class=|\bid=|url\(/);
});

test.each(drawings)('%s uses the colours of the kit, so that a clinic can swap the accent', (_, svg) => {
  const palette = [ink, skin, cloth, trousers, prop, white, accent, 'none'];
  const used = Array.from(svg.matchAll(/(?:fill|stroke)="([^"]+)"/g), ([, colour]) => colour ?? '');
  expect(used.filter((colour) => !palette.includes(colour))).toEqual([]);
  expect(used).toContain(accent);
});

test.each(drawings)('%s has no broken number and is small', (_, svg) => {
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(Buffer.byteLength(svg)).toBeLessThan(18_000);
});
