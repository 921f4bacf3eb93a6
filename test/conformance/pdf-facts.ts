import { array, boolean, object, parse, string } from 'valibot';
import { run } from './run.ts';

/** Problems that qpdf sees in the syntax of a PDF file; empty for a sound one. */
export async function qpdfProblems(file: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await run('qpdf', ['--check', file]);
  return code === 0 ? [] : [stdout, stderr].filter((text) => text !== '');
}

/** A check box of a PDF form (ISO 32000-1, 12.7.4.2.3). */
export interface CheckBox {
  readonly name: string;
  /** `TU`: what a screen reader says. */
  readonly tooltip: string;
}

/** The check boxes of a PDF file, in the order of its fields, as qpdf reads them. */
export async function readCheckBoxes(file: string): Promise<readonly CheckBox[]> {
  const { stdout } = await run('qpdf', ['--json', '--json-key=acroform', file]);
  return parse(qpdfSchema, JSON.parse(stdout))
    .acroform.fields.filter(({ ischeckbox }) => ischeckbox)
    .map(({ fullname, alternativename }) => ({ name: fullname, tooltip: alternativename }));
}

const qpdfSchema = object({
  acroform: object({
    fields: array(object({ fullname: string(), alternativename: string(), ischeckbox: boolean() })),
  }),
});

/** The lines of pdfinfo by their names: `Title`, `Tagged`, `Pages` … */
export async function readPdfInfo(file: string): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await run('pdfinfo', ['-enc', 'UTF-8', file]);
  const lines = Array.from(stdout.matchAll(/^([^:]+):[ \t]*(.*)$/gm), ([, name = '', value = '']) => [name, value]);
  return Object.fromEntries(lines);
}

/** A font that a PDF file uses, as pdffonts reads it. */
export interface PdfFont {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** True if its characters can be copied and read aloud (a ToUnicode map). */
  readonly unicode: boolean;
}

/** The fonts of a PDF file. Columns of pdffonts: name, type, encoding, emb, sub, uni, object ID (two numbers). */
export async function readFonts(file: string): Promise<readonly PdfFont[]> {
  const { stdout } = await run('pdffonts', [file]);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const [embedded, subset, unicode] = line.trim().split(/\s+/).slice(-5, -2);
      return {
        name: line.split(' ')[0] ?? '',
        embedded: embedded === 'yes',
        subset: subset === 'yes',
        unicode: unicode === 'yes',
      };
    });
}
