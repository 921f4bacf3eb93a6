import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figures } from '../../scripts/draw/figures.ts';
import { accent, cloth, ink, prop, skin, trousers, white } from '../../scripts/draw/kit.ts';

const guide = path.resolve('content/guides/upper-back-pain');
const drawings = Object.entries(figures).map(([name, draw]): [string, string] => [name, draw()]);

test('the guide holds the figures that the kit draws, and no others', async () => {
  const files = (await readdir(path.join(guide, 'figures'))).sort();
  expect(files).toEqual(drawings.map(([name]) => `${name}.svg`).sort());
});

test.each(drawings)('%s.svg in the guide is the one that the kit draws', async (name, svg) => {
  expect(await readFile(path.join(guide, 'figures', `${name}.svg`), 'utf8')).toBe(svg);
});

test('the guide shows every figure', async () => {
  const names = (await readdir(path.join(guide, 'en-GB'))).filter((name) => name.endsWith('.md'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(guide, 'en-GB', name), 'utf8')));
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
  expect(Buffer.byteLength(svg)).toBeLessThan(12_000);
});
