import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import type { EditionId } from '../../../scripts/model.ts';
import type { Measured } from '../figures.ts';
import { RawChrome, type RawDocument, writeRawHtml } from '../raw-chrome.ts';
import type { Stage } from '../stage.ts';

const strongest = [
  '--object-streams=generate',
  '--compress-streams=y',
  '--recompress-flate',
  '--compression-level=9',
] as const;

/** Bytes of our PDFs, of what Chrome printed, and of that after qpdf. */
export async function measureSizes(stage: Stage): Promise<readonly Measured[]> {
  const { built } = await stage.cold();
  const ours = new Map(built.artifacts.map(({ path, bytes }) => [path, bytes]));
  stage.progress('sizes: printing the same HTML with raw Chrome');
  const wish = { editions: [], languages: [], papers: [], places: [] };
  const documents = (await writeRawHtml(stage, await stage.content(), wish)).filter(({ product }) => ours.has(product));
  const { pdfOf } = await (await RawChrome.find(stage)).print(documents, 1);
  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
  const measured: Measured[] = [];
  for (const edition of new Set(documents.map(({ edition }) => edition))) {
    const own = documents.filter((document) => document.edition === edition);
    const raw = await sizesOf(own, (document) => pdfOf(document));
    const through = hasQpdf ? await sizesOf(own, (document) => throughQpdf(pdfOf(document))) : null;
    const bytes = own.reduce((sum, { product }) => sum + (ours.get(product) ?? 0), 0);
    measured.push(...rowsOf(edition, own.length, { bytes, raw, through }));
  }
  return measured;
}

function rowsOf(
  edition: EditionId,
  count: number,
  { bytes, raw, through }: { readonly bytes: number; readonly raw: number; readonly through: number | null },
): readonly Measured[] {
  const row = (who: string, size: number): Measured => ({
    part: 'sizes',
    what: `size of ${count} ${edition} ${count === 1 ? 'PDF' : 'PDFs'}, ${who}`,
    unit: 'kB',
    samples: [size / 1000],
  });
  const ours = row('Guidepress', bytes);
  if (through === null)
    return [row('raw Chrome', raw), { ...ours, against: against('raw Chrome', raw), note: 'qpdf: not installed' }];
  return [
    row('raw Chrome', raw),
    { ...row('raw Chrome through qpdf', through), against: against('raw Chrome', raw) },
    { ...ours, against: against('raw Chrome through qpdf', through), target: { of: 'ratio', most: 1 } },
  ];
}

function against(what: string, size: number): NonNullable<Measured['against']> {
  return { what, samples: [size / 1000] };
}

async function sizesOf(documents: readonly RawDocument[], fileOf: (document: RawDocument) => string): Promise<number> {
  const sizes = await Promise.all(documents.map(async (document) => (await stat(fileOf(document))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Path of the file that qpdf makes of one. Throws where it fails; its warnings (3) are about what Chrome wrote. */
function throughQpdf(file: string): string {
  const smaller = `${file}.qpdf`;
  const { status, stderr } = spawnSync('qpdf', [...strongest, file, smaller], { encoding: 'utf8' });
  if (status !== 0 && status !== 3) throw new Error(`Expected qpdf to compress ${file}, got ${status}: ${stderr}`);
  return smaller;
}
