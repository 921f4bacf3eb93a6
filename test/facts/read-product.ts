import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import type { Reading } from './compare.ts';
import { inReadingDirection } from './reading-direction.ts';

const run = promisify(execFile);

/** A page of a PDF, or a half of a sheet, as `pdftotext -raw` has it: in the order in which it is painted. */
export async function readPages(
  file: string,
  half?: { readonly x: number; readonly width: number },
): Promise<string[]> {
  const crop = half ? ['-x', `${half.x}`, '-y', '0', '-W', `${half.width}`, '-H', '2000'] : [];
  const { stdout } = await run('pdftotext', ['-raw', ...crop, file, '-'], { maxBuffer: 2 ** 26 });
  return stdout.split('\f').slice(0, -1);
}

/** A PDF by poppler. */
export async function readPdf(file: string, isRightToLeft: boolean): Promise<Reading> {
  const painted = await readPages(file);
  const pages = isRightToLeft ? painted.map(inReadingDirection) : painted;
  return {
    text: withoutMargins(pages).join('\f'),
    firstPage: pages[0] ?? '',
    dials: [],
    isPainted: true,
    isMirrored: isRightToLeft,
  };
}

/** What stands in the margins is painted first: up to the last of the lines that all pages share, but for their digits. */
function withoutMargins(pages: readonly string[]): readonly string[] {
  const heads = pages.map((page) => page.split('\n').slice(0, 6).map(keyOf));
  const isShared = (line: string): boolean =>
    heads.filter((lines) => lines.includes(keyOf(line))).length >= Math.max(2, pages.length - 1);
  return pages.map((page, index) => {
    const lines = page.split('\n');
    return index === 0 ? page : lines.slice(lines.slice(0, 6).findLastIndex(isShared) + 1).join('\n');
  });
}

function keyOf(line: string): string {
  return line.replace(/\d+/g, '');
}

/** An EPUB: the documents of its spine, by a parser of HTML. */
export async function readEpub(file: string): Promise<Reading> {
  const files = unzipSync(await readFile(file));
  const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const opf = Object.keys(files).find((name) => name.endsWith('.opf')) ?? '';
  const hrefs = new Map(
    [...textOf(opf).matchAll(/<item\b[^>]*>/g)].map(([item]) => [attribute(item, 'id'), attribute(item, 'href')]),
  );
  const spine = [...textOf(opf).matchAll(/<itemref\b[^>]*>/g)].map(([item]) => hrefs.get(attribute(item, 'idref')));
  const chapters = spine.map((href) => readMarkup(textOf(opf.replace(/[^/]*$/, href ?? ''))));
  return {
    text: chapters.map(({ text }) => text).join('\n'),
    firstPage: null,
    dials: chapters.flatMap(({ dials }) => dials),
    isPainted: false,
    isMirrored: false,
  };
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** A web page. */
export async function readWeb(file: string): Promise<Reading> {
  return readMarkup(await readFile(file, 'utf8'));
}

/** Within these a word goes on. */
const inline = new Set(
  'a abbr b bdi bdo cite code dfn em i kbd mark q small span strong sub sup time u var wbr'.split(' '),
);

function readMarkup(markup: string): Reading {
  const dials: string[] = [];
  const textOf = (node: Parse5.Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value;
    if (!('childNodes' in node) || /^(?:head|script|style|template)$/.test(node.nodeName)) return '';
    const href = 'attrs' in node ? node.attrs.find(({ name }) => name === 'href')?.value : undefined;
    if (href?.startsWith('tel:')) dials.push(href.slice('tel:'.length));
    const text = node.childNodes.map(textOf).join('');
    return inline.has(node.nodeName) ? text : ` ${text} `;
  };
  return { text: textOf(parse(markup)), firstPage: null, dials, isPainted: false, isMirrored: false };
}
