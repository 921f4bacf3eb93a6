import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** All that a product says or shows, as one text: words, alternative texts, metadata, addresses, colours. */
export async function readProduct(file: string): Promise<string> {
  const bytes = Uint8Array.from(await readFile(file));
  if (file.endsWith('.html')) return withPictures(strFromU8(bytes));
  if (file.endsWith('.pdf')) return readPdf(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${withPictures(strFromU8(part))}`)
    .join('\n');
}

/** A place in a PDF that a screen reader calls by its alternative text. */
export interface PictureInPdf {
  readonly alt: string;
  /** From the page's lower left corner, pt: left, bottom, right, top. */
  readonly box: readonly number[];
}

/** The pictures of page 1, and what colour a point of it has. */
export async function openFirstPage(file: string, scale: number) {
  const document = await open(Uint8Array.from(await readFile(file)));
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  };
  const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const pictures = nodesOf(await page.getStructTree()).flatMap(({ alt, bbox }) =>
    alt !== undefined && bbox !== undefined ? [{ alt, box: bbox } satisfies PictureInPdf] : [],
  );
  const isDark = (x: number, y: number): boolean =>
    (context.getImageData(Math.round(x * scale), Math.round(viewport.height - y * scale), 1, 1).data[0] ?? 0) < 128;
  return { pictures, isDark, close: () => document.destroy() };
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes).toString('latin1');
  const said: string[] = [Buffer.from(raw, 'latin1').toString('utf8')];
  const document = await open(bytes);
  const { info, metadata } = await document.getMetadata();
  said.push(JSON.stringify(info), JSON.stringify([...(metadata ?? [])]));
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    said.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
    said.push(...nodesOf(await page.getStructTree()).flatMap(({ alt }) => alt ?? []));
    said.push(JSON.stringify(await page.getAnnotations()));
    const { fnArray, argsArray } = await page.getOperatorList();
    said.push(...argsArray.filter((_, index) => fnArray[index] === OPS.setFillRGBColor).map(String));
  }
  await document.destroy();
  return said.join('\n').replace(/[\u00a0\s]+/g, ' ');
}

function open(data: Uint8Array) {
  return getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly alt?: string;
  readonly bbox?: readonly number[];
  readonly children?: readonly StructNode[];
}

function nodesOf(node: StructNode | null): readonly StructNode[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap((child) => nodesOf(child))];
}

/** Pictures inside a page as text too. */
function withPictures(text: string): string {
  const inside = Array.from(text.matchAll(/data:image\/svg\+xml;base64,([\w+/=]+)/g), ([, data = '']) =>
    Buffer.from(data, 'base64').toString('utf8'),
  );
  return [text, ...inside].join('\n').replace(/[\u00a0\s]+/g, ' ');
}
