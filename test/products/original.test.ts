import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';
let said: readonly { readonly language: string; readonly text: string }[] = [];

interface StructNode {
  readonly lang?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** Page 1 as another PDF reader hears it: text by text in the order of the tags, each with its language. */
async function hearFirstPage(bytes: Uint8Array): Promise<typeof said> {
  const document = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== null);
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? null);
  }
  const heard: { language: string; text: string }[] = [];
  const listen = (node: StructNode, around: string): void => {
    const language = node.lang ?? around;
    const text = node.id === undefined ? undefined : texts.get(node.id);
    if (text) heard.push({ language, text });
    for (const child of node.children ?? []) listen(child, language);
  };
  const { lang } = await document
    .getMetadata()
    .then(({ info }) => ({ lang: (info as { Language?: string }).Language }));
  listen((await page.getStructTree()) as StructNode, lang ?? '');
  await document.destroy();
  return heard;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-original-'));
  const words = ['upper-back-pain', '--language', 'ar', '--unreviewed', '--clinic', 'none', '--place', 'GB'];
  await promisify(execFile)(
    'node',
    [
      path.join(root, 'bin/guidepress.mjs'),
      'build',
      ...words,
      '--edition',
      'handout',
      '--paper',
      'a4',
      '--out',
      folder,
    ],
    { cwd: root },
  );
  said = await hearFirstPage(await readFile(path.join(folder, 'upper-back-pain/ar-GB/upper-back-pain-handout-a4.pdf')));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('in the finished PDF each English sign is tagged as English, on the page of the Arabic one', async () => {
  const file = path.join(root, 'content/guides/upper-back-pain/en-GB/01-get-help-first.md');
  const card = /:::emergency\n([^]*?):::/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
  const signs = card.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
  expect(signs).toHaveLength(7);
  const english = said.filter(({ language }) => language === 'en-GB').map(({ text }) => text);
  const heard = english.join('').replace(/\s+/g, ' ').trim();
  expect(heard).toMatch(/^Now: call 999 · Any one of these/);
  for (const sign of signs) expect(heard.replaceAll(' ', '')).toContain(sign.replaceAll(' ', ''));
  expect(heard).not.toMatch(/\p{sc=Arab}/u);
});

test('all else is in Arabic, its number too, and the signs take turns', () => {
  const arabic = said.filter(({ language }) => language === 'ar').map(({ text }) => text);
  expect(arabic.join(' ')).toContain('999');
  const turns = said.filter(({ language }, index) => language !== said[index - 1]?.language);
  // The head, then seven signs, each in Arabic first; then the rest of the page.
  expect(turns.map(({ language }) => language)).toEqual(
    Array.from({ length: 17 }, (_, index) => (index % 2 === 0 ? 'ar' : 'en-GB')),
  );
});
