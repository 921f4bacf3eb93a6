import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page as another PDF reader than ours sees it. */
export interface ReadPage {
  /** Texts that stand on one line, from left to right; lines from top to bottom. */
  readonly lines: readonly (readonly string[])[];
}

/** Reads a PDF with pdf.js: the lines of its pages, where its outline leads, and its labels. */
export async function readPages(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push({ lines: linesOf(items.flatMap((item) => ('str' in item ? [item] : []))) });
  }
  await document.destroy();
  return pages;
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
}

function linesOf(items: readonly Item[]): readonly (readonly string[])[] {
  const lines = new Map<number, Item[]>();
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const y = Math.round(item.transform[5] ?? 0);
    const near = [y, y - 1, y + 1].find((one) => lines.has(one)) ?? y;
    lines.set(near, [...(lines.get(near) ?? []), item]);
  }
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) => line.sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0)).map(({ str }) => str));
}
