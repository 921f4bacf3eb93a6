import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks as guideChecks, clinicChecks } from '../scripts/check/index.ts';
import { rules } from '../scripts/findings.ts';

/*
 * The house rules that a machine can see: tables and documents agree, walls stand, files stay small.
 */

const checks = [...guideChecks, ...clinicChecks];
const root = path.resolve(import.meta.dirname, '..');

interface Import {
  /** Path of the importing file, relative to the project. */
  readonly file: string;
  /** A package, `node:…`, `#…`, or the path of a file relative to the project. */
  readonly from: string;
  readonly typeOnly: boolean;
}

const sources = ['scripts', 'templates']
  .flatMap((folder) => filesIn(folder))
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const imports = sources.flatMap(importsOf);

describe('the table of rules', () => {
  const ids = Object.keys(rules).sort();

  test('CHECKS.md explains each rule, and only real rules', () => {
    expect(
      sections()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });

  test('CHECKS.md gives each rule its severity, a bad and a good example, and what to do', () => {
    const incomplete = sections().filter(({ id, text }) => {
      const severity = Object.entries(rules).find(([rule]) => rule === id)?.[1].severity ?? '';
      const opens = text.trimStart().toLowerCase().startsWith(`${severity}.`);
      return !opens || !['\nBad', '\nGood', '\nWhat to do:'].every((part) => text.includes(part));
    });
    expect(incomplete.map(({ id }) => id)).toEqual([]);
  });

  test('each rule of stage check or clinic has one check in its table, in the order of the rules', () => {
    expect(guideChecks.map(({ id }) => id)).toEqual(rulesOf('check'));
    expect(clinicChecks.map(({ id }) => id)).toEqual(rulesOf('clinic'));
  });

  test('each check has a file of its name, of at most 40 lines', () => {
    const missing = checks.filter(({ id }) => !existsSync(path.join(root, `scripts/check/${id}.ts`)));
    expect(missing).toEqual([]);
    expect(checks.map(({ id }) => `scripts/check/${id}.ts`).filter((file) => linesOf(file) > 40)).toEqual([]);
  });

  test('each check has fixtures, bad and good, and no others are there', () => {
    const fixtures = readdirSync(path.join(root, 'test/fixtures/checks')).filter((name) => name !== 'library');
    expect(fixtures.sort()).toEqual(checks.map(({ id }) => id).sort());
    const incomplete = fixtures.filter((name) =>
      ['bad', 'good', 'messages.txt'].some((part) => !existsSync(path.join(root, 'test/fixtures/checks', name, part))),
    );
    expect(incomplete).toEqual([]);
  });

  test('a check reports under its own name alone', () => {
    const strangers = checks.filter(({ id }) => {
      const text = readFileSync(path.join(root, `scripts/check/${id}.ts`), 'utf8');
      return Array.from(text.matchAll(/\breport\(\s*'([^']+)'/g), ([, name]) => name).some((name) => name !== id);
    });
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });
});

describe('walls', () => {
  test.each([
    ['puppeteer', /^puppeteer/, 'scripts/press/pdf/browser.ts'],
    ['epub-gen-memory', /^epub-gen-memory/, 'scripts/press/epub/book.ts'],
    ['remark', /^(?:remark|micromark|mdast-util-(?:from-markdown|directive|gfm))/, 'scripts/read/markdown.ts'],
  ])('%s is imported by one file alone', (_, pattern, owner) => {
    const users = imports.filter(({ from, typeOnly }) => pattern.test(from) && !typeOnly).map(({ file }) => file);
    expect([...new Set(users)]).toEqual([owner]);
  });

  test('templates import the model, words, parts and JSX: no I/O, no packages', () => {
    expect(outside('templates/', isForTemplates).filter((one) => !one.startsWith('templates/jsx/'))).toEqual([]);
  });

  test('the finisher knows nothing of the rest of the project', () => {
    const finisher = 'scripts/press/pdf/finish/';
    expect(outside(finisher, ({ from }) => from.startsWith(finisher) || /^(?:fflate$|node:)/.test(from))).toEqual([]);
  });

  test('checks read no file, no clock and no environment', () => {
    expect(outside('scripts/check/', ({ from }) => !from.startsWith('node:') || from.startsWith('node:path'))).toEqual(
      [],
    );
  });

  test.each(['scripts/check/', 'templates/'])('%s reads no clock, no random, no environment', (folder) => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.(?:env|cwd)\b|\bIntl\b|\btoLocale/;
    const users = sources.filter((file) => file.startsWith(folder) && impure.test(codeOf(file)));
    expect(users).toEqual([]);
  });

  test('nothing is imported from outside the project', () => {
    expect(imports.filter(({ from }) => from.startsWith('../') || path.isAbsolute(from))).toEqual([]);
  });
});

test('no file is longer than 250 lines, but for the glossary of nouns', () => {
  const long = sources.filter((file) => linesOf(file) > 250);
  expect(long.filter((file) => file !== 'scripts/model.ts')).toEqual([]);
});

function rulesOf(stage: string): readonly string[] {
  return Object.entries(rules).flatMap(([id, rule]) => (rule.stage === stage ? [id] : []));
}

function isForTemplates({ from, typeOnly }: Import): boolean {
  const isTree = typeOnly && /^(?:hast|mdast|scripts\/syntax\.ts)$/.test(from);
  return isTree || from.startsWith('templates/') || from.startsWith('#jsx/') || from === 'scripts/model.ts';
}

function outside(folder: string, allowed: (one: Import) => boolean): readonly string[] {
  const own = imports.filter(({ file }) => file.startsWith(folder));
  return own.filter((one) => !allowed(one)).map(({ file, from }) => `${file} imports ${from}`);
}

function sections(): readonly { readonly id: string; readonly text: string }[] {
  const text = readFileSync(path.join(root, 'CHECKS.md'), 'utf8');
  const prose = text.replace(/^```[^]*?^```$/gm, '');
  return prose
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [id = '', ...rest] = part.split('\n');
      return { id, text: rest.join('\n') };
    });
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const inner = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(inner) : [inner];
    })
    .sort();
}

function importsOf(file: string): readonly Import[] {
  const text = codeOf(file);
  const statements = text.matchAll(/^(?:import|export)\s(?<type>type\s)?[^'";]*?\bfrom\s+'(?<from>[^']+)'/gm);
  const bare = text.matchAll(/^import\s+'(?<from>[^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*'(?<from>[^']+)'\s*\)(?<type>\.[A-Z])?/g);
  return [...statements, ...bare, ...dynamic].map(({ groups = {} }) => {
    const { from = '', type } = groups;
    const local = from.startsWith('.');
    return { file, from: local ? path.posix.join(path.posix.dirname(file), from) : from, typeOnly: type !== undefined };
  });
}

/** The text without comments, in which words such as "import" may stand. */
function codeOf(file: string): string {
  const text = readFileSync(path.join(root, file), 'utf8');
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function linesOf(file: string): number {
  return readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;
}
