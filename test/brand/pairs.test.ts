import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contrastOf } from '../../scripts/brand/luminance.ts';
import { ownColours } from '../../scripts/brand/own-colours.ts';
import { dark, light, noText, pairs, type Pair, type Token } from '../../templates/styles/pairs.ts';

/*
 * The table of pairs against the style sheets: a colour that a rule gives to text, or a ground that it lays, is in the table.
 */

const folder = path.resolve(import.meta.dirname, '../../templates/styles');
const table: readonly Pair[] = pairs;
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name: name.replace('.css', ''), css: textOf(name) }));
const painted = sheets.flatMap(({ name, css }) => paintsOf(name, css));

test('the colours of the table are those of tokens.css, and of web.css for a dark screen', () => {
  expect(light).toEqual(valuesIn(textOf('tokens.css'), Object.keys(light)));
  const [, night = ''] = /prefers-color-scheme: dark\)\s*\{\s*:root\s*\{([^}]*)\}/.exec(textOf('web.css')) ?? [];
  expect(dark).toEqual(valuesIn(night, Object.keys(dark)));
  expect(ownColours).toEqual({ brand: light.brand, brandTint: light['brand-tint'], onBrand: light['on-brand'] });
});

test('each colour that a rule gives to text stands in the table, on some ground', () => {
  const forgotten = painted.filter(
    ({ what, rule, token }) =>
      what === 'text' &&
      !noText.includes(rule) &&
      !table.some(({ text, rules }) => text === token && (rules.includes(rule) || rule.includes(' @'))),
  );
  expect(painted.length).toBeGreaterThan(30);
  expect(forgotten).toEqual([]);
});

test('each ground that a rule lays stands in the table, under some text, or no text stands on it', () => {
  const forgotten = painted.filter(
    ({ what, rule, token }) =>
      what === 'ground' && !noText.includes(rule) && !table.some((pair) => pair.on === token && isOf(pair, rule)),
  );
  expect(forgotten).toEqual([]);
});

test('the table names rules that are there', () => {
  const there = new Set(painted.map(({ rule }) => rule));
  expect([...table.flatMap(({ rules }) => rules), ...noText].filter((rule) => !there.has(rule))).toEqual([]);
});

test.each([
  ['light', light],
  ['dark', dark],
] as const)('each pair of our own has its contrast, %s', (_, values) => {
  const low = table.filter(({ text, on, least }) => contrastOf(values[text], values[on]) < least);
  expect(low).toEqual([]);
});

test('no text is read at less than 7:1: only links on a tint, a control and a word beside a code may have 4.5', () => {
  expect(table.filter(({ least }) => least < 7).map(({ text, on }) => `${text} on ${on}`)).toEqual([
    'brand on tint',
    'ink-2 on brand-tint',
    'on-brand on brand',
  ]);
});

/** The ground of the whole page is under whatever no other rule puts on a ground. */
function isOf({ on, rules }: Pair, rule: string): boolean {
  return rules.includes(rule) || (on === 'paper' && rule.endsWith(' body'));
}

interface Paint {
  readonly what: 'text' | 'ground';
  /** `file selector`. */
  readonly rule: string;
  readonly token: Token | string;
}

/** What rules paint: `color` and `background`, each token that a variable may stand for. */
function paintsOf(name: string, css: string): readonly Paint[] {
  // The innermost braces: a rule, or a margin box of a page.
  return Array.from(css.matchAll(/([^{};]+)\{([^{}]*)\}/g)).flatMap(([, selector = '', body = '']) => {
    const rule = `${name} ${selector.trim().replace(/\s+/g, ' ')}`;
    return Array.from(body.matchAll(/(?:^|;)\s*(color|background(?:-color)?):\s*([^;]+)/g)).flatMap(
      ([, property, value = '']) => {
        const what = property === 'color' ? ('text' as const) : ('ground' as const);
        return tokensOf(value.trim(), css).map((token): Paint => ({ what, rule, token }));
      },
    );
  });
}

/** The tokens that a value may be; none where it takes what is there. */
function tokensOf(value: string, css: string): readonly string[] {
  if (/^(?:inherit|none|currentColor|transparent)$/.test(value)) return value === 'currentColor' ? [value] : [];
  const [, variable] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (variable === undefined) return [Object.entries(light).find(([, hex]) => hex === value)?.[0] ?? value];
  if (variable in light) return [variable];
  // A rule's own variable: all that some rule sets it to.
  const set = Array.from(css.matchAll(new RegExp(`--${variable}:\\s*([^;]+);`, 'g')), ([, inner = '']) => inner.trim());
  // Set in another file, to what is no colour.
  return set.length === 0 ? [value] : [...new Set(set.flatMap((inner) => tokensOf(inner, css)))];
}

function valuesIn(css: string, names: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(names.map((name) => [name, new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(css)?.[1]]));
}

function textOf(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8').replace(/\/\*[^]*?\*\//g, '');
}
