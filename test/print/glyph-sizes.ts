import { matrixOf, multiply, identity, type Matrix } from '../../scripts/press/pdf/finish/content/matrix.ts';
import {
  fontSizeOf,
  numbersOf,
  resourceName,
  type Operation,
} from '../../scripts/press/pdf/finish/content/operation.ts';
import { operandsOf, tokenizeContent } from '../../scripts/press/pdf/finish/content/tokenize-content.ts';
import { pageReferences } from '../../scripts/press/pdf/finish/document/read-pages.ts';
import { required, type PdfFile } from '../../scripts/press/pdf/finish/objects/pdf-file.ts';
import type { Dictionary } from '../../scripts/press/pdf/finish/objects/pdf-object.ts';
import { readWrittenPdf } from '../../scripts/press/pdf/finish/objects/read-written-pdf.ts';

/** Smallest glyphs of a finished PDF, in pt; Infinity where there are none. */
export interface Smallest {
  /** In what is tagged: the text. */
  readonly text: number;
  /** In artifacts: the margin boxes. */
  readonly margins: number;
}

/** What a content stream is read with (ISO 32000-1, 8.4.1, 9.3.1). */
interface State {
  readonly matrix: Matrix;
  readonly size: number;
}

/**
 * Reads from the content streams of a PDF that this project wrote how big its glyphs are on the page: font size × text matrix ×
 * transformation matrix (ISO 32000-1, 9.4.4), form XObjects included. It is written for this proof and measures nothing else.
 */
export function smallestGlyphs(pdf: Uint8Array): Smallest {
  const file = readWrittenPdf(pdf);
  const found = { text: Number.POSITIVE_INFINITY, margins: Number.POSITIVE_INFINITY };
  for (const reference of pageReferences(file)) {
    const page = required(file.dictionary(reference), 'a page');
    const content = file.decode(required(file.stream(page.get('Contents')), 'a content stream'));
    read(file, content, file.dictionary(page.get('Resources')), { matrix: identity, size: 0 }, false, found);
  }
  return found;
}

function read(
  file: PdfFile,
  content: Uint8Array,
  resources: Dictionary | null,
  start: State,
  within: boolean,
  found: { text: number; margins: number },
): void {
  const saved: State[] = [];
  const artifacts: boolean[] = [];
  let state = start;
  let text = identity;
  const follow: Readonly<Record<string, (operation: Operation) => void>> = {
    q: () => saved.push(state),
    Q: () => (state = saved.pop() ?? start),
    cm: (operation) => (state = { ...state, matrix: multiply(matrixOf(numbersOf(operation)), state.matrix) }),
    BT: () => (text = identity),
    Tm: (operation) => (text = matrixOf(numbersOf(operation))),
    Tf: (operation) => (state = { ...state, size: fontSizeOf(operation) }),
    BDC: (operation) => artifacts.push(operandsOf(operation)[0] === '/Artifact'),
    BMC: (operation) => artifacts.push(operandsOf(operation)[0] === '/Artifact'),
    EMC: () => artifacts.pop(),
    Tj: (operation) => note(operandsOf(operation)),
    TJ: (operation) => note(operandsOf(operation)),
    Do: (operation) => {
      const form = file.stream(file.dictionary(resources?.get('XObject'))?.get(resourceName(operation)));
      if (!form || file.name(form.dictionary.get('Subtype')) !== 'Form') return;
      const own = file.items(form.dictionary.get('Matrix')).map((number) => file.number(number) ?? 0);
      const matrix = multiply(own.length === 6 ? matrixOf(own) : identity, state.matrix);
      const inner = file.dictionary(form.dictionary.get('Resources')) ?? resources;
      read(file, file.decode(form), inner, { ...state, matrix }, within || artifacts.includes(true), found);
    },
  };
  const note = (operands: readonly string[]): void => {
    if (!/[<(][^>)]/.test(operands.join(''))) return;
    const [, , c, d] = multiply(text, state.matrix);
    const place = within || artifacts.includes(true) ? 'margins' : 'text';
    found[place] = Math.min(found[place], state.size * Math.hypot(c, d));
  };
  for (const operation of tokenizeContent(Buffer.from(content).toString('latin1')))
    follow[operation.operator]?.(operation);
}
