import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, number, object, parse, string, type InferOutput } from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deepest } from '../../scripts/read/nesting.ts';
import { canary, writeHostileGuides } from './hostile-guides.ts';
import { listenOnLoopback, type Listener } from './loopback-listener.ts';
import { readParts, type Part } from './product-parts.ts';

const root = path.resolve(import.meta.dirname, '../..');
const outcomeSchema = object({
  findings: array(object({ file: string(), line: number(), rule: string(), message: string() })),
  artifacts: array(object({ path: string() })),
});

let temporary = '';
let listener: Listener;
let code: number;
let outcome: InferOutput<typeof outcomeSchema>;
let parts: readonly Part[] = [];

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'guidepress-hostile-'));
  listener = await listenOnLoopback();
  const { attacks, deep, bomb, harmless } = await writeHostileGuides(temporary, listener.port);
  const out = path.join(temporary, 'out');
  const guides = [attacks, ...Object.values(deep), bomb, harmless];
  const options = ['--draft', '--json', '--paper', 'a4', '--language', 'en-GB', '--out', out];
  const run = await guidepress(['build', ...guides, ...options]);
  code = run.code;
  outcome = parse(outcomeSchema, JSON.parse(run.stdout));
  const files = outcome.artifacts.map((artifact) => path.join(out, artifact.path));
  parts = (await Promise.all(files.map(readParts))).flat();
});
afterAll(async () => {
  await listener?.close();
  await rm(temporary, { recursive: true, force: true });
});

test('a build of hostile guides ends, without a bug of ours', () => {
  expect([0, 1]).toContain(code);
});

test('nothing is fetched, by a listener that does hear', async () => {
  expect(listener.heard).toEqual([]);
  await fetch(`http://127.0.0.1:${listener.port}/control`, { signal: AbortSignal.timeout(500) }).catch(() => null);
  expect(listener.heard).toEqual(['GET /control HTTP/1.1']);
});

test('the parts of a product hold its words', () => {
  const holders = parts.filter(({ text }) => text.includes('A guide that does no harm')).map(({ name }) => name);
  for (const extension of ['.pdf', '.epub', '.html']) {
    expect(holders.filter((name) => name.includes(extension))).not.toEqual([]);
  }
});

test('nothing outside a guide is read', () => {
  expect(
    parts.filter(({ text }) => text.includes(canary) || /root:[^\n]*:0:0:/.test(text)).map(({ name }) => name),
  ).toEqual([]);
});

test('no product can run a script or call out', () => {
  const forbidden =
    /<script(?! type="?application\/ld\+json)|\son[a-z]+\s*=\s*["']|javascript:|vbscript:|file:\/\/|["'(=]\s*(?:https?:)?\/\/127\.0\.0\.1/i;
  const found = parts.map(({ name, text }) => `${name}: ${forbidden.exec(text)?.[0] ?? ''}`);
  expect(found.filter((line) => !line.endsWith(': '))).toEqual([]);
});

test('a guide that does no harm is made beside the others', () => {
  const made = outcome.artifacts.map((artifact) => artifact.path).filter((name) => name.startsWith('harmless/'));
  expect(made.map((name) => path.posix.basename(name))).toEqual([
    'harmless-booklet-a4-reading.pdf',
    'harmless-booklet-a4-sheets.pdf',
    'harmless-ebook.epub',
    'harmless-guide-a4.pdf',
    'harmless-web.html',
  ]);
});

describe('what an attack loses is named', () => {
  test.each([
    ['01-outside.md', 3, 'image-outside'],
    ['01-outside.md', 5, 'image-outside'],
    ['01-outside.md', 7, 'image-outside'],
    ['01-outside.md', 9, 'image-outside'],
    ['01-outside.md', 13, 'image-outside'],
    ['01-outside.md', 15, 'image-outside'],
    ['01-outside.md', 17, 'link-unsafe'],
    ['02-script.md', 3, 'html-dropped'],
    ['02-script.md', 23, 'link-unsafe'],
    ['03-remote.md', 3, 'image-remote'],
    ['03-remote.md', 5, 'image-remote'],
    ['03-remote.md', 7, 'image-remote'],
    ['04-drawings.md', 9, 'image-unreadable'],
    ['05-unclosed.md', 5, 'html-dropped'],
    ['bomb.md', 3, 'image-too-big'],
    ['deep-200.md', 3 + deepest, 'nesting-deep'],
    ['deep-1000.md', 1, 'section-too-big'],
    ['deep-line.md', 3, 'nesting-deep'],
  ])('%s, line %i: %s', (name, line, rule) => {
    const found = outcome.findings.filter(({ file }) => path.basename(file) === name);
    expect(found.map((finding) => `${finding.line} ${finding.rule}`)).toContain(`${line} ${rule}`);
  });
});

test.each([
  'Words after the pictures stay',
  'Words with a handler stay',
  'Words after the scripts stay',
  'Words in the table stay',
  'Words after the remote pictures stay',
  'Words after the drawings stay',
  'This section stays whole, and is not bold',
])('“%s”, in the web page and in the book', (words) => {
  const holders = parts.filter(({ text }) => text.includes(words)).map(({ name }) => name);
  expect(holders.some((name) => name.includes('.html'))).toBe(true);
  expect(holders.some((name) => name.includes('.epub'))).toBe(true);
});

test('a tag that nobody closes does not reach the next section', () => {
  const page = parts.find(({ name }) => name.includes('attacks') && name.endsWith('.html page'))?.text ?? '';
  const before = page.slice(page.indexOf('<body'), page.indexOf('This section stays whole'));
  expect(before.match(/<b>|<strong>/g)?.length).toBe(before.match(/<\/b>|<\/strong>/g)?.length);
  expect(before).not.toMatch(/<textarea/i);
});

function guidepress(args: readonly string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      'node',
      [path.join(root, 'bin/guidepress.mjs'), ...args],
      { cwd: temporary, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number')
          reject(new Error(`Expected guidepress to end by itself, got ${error.message}`));
        else if (stdout === '') reject(new Error(`Expected JSON on stdout, got ${stderr}`));
        else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout });
      },
    );
  });
}
