import { required, type PdfFile } from '../objects/pdf-file.ts';
import { isArray, type Dictionary, type Reference } from '../objects/pdf-object.ts';
import { readToUnicode } from './to-unicode.ts';

/** A font of the file: widths and texts of its character codes, and what the content streams teach about them. */
export class Font {
  readonly reference: Reference;
  readonly dictionary: Dictionary;
  readonly name: string;
  /** Bytes of a character code: 2 in a composite font with Identity-H (ISO 32000-1, 9.7.5.2), else 1. */
  readonly codeLength: 1 | 2;
  /** Text by character code, as the file's ToUnicode CMap has it. */
  readonly texts: ReadonlyMap<number, string>;
  /** Text of shown codes, taken from the ActualText around them; null where nothing says it. */
  readonly learned = new Map<number, string | null>();
  readonly #widths: ReadonlyMap<number, number> | null;
  readonly #defaultWidth: number;

  constructor(file: PdfFile, reference: Reference) {
    this.reference = reference;
    this.dictionary = required(file.dictionary(reference), 'a font');
    this.name = file.name(this.dictionary.get('BaseFont')) ?? 'without a name';
    const isComposite = file.name(this.dictionary.get('Subtype')) === 'Type0';
    this.codeLength = isComposite ? 2 : 1;
    const toUnicode = file.stream(this.dictionary.get('ToUnicode'));
    this.texts = toUnicode ? readToUnicode(Buffer.from(file.decode(toUnicode)).toString('latin1')) : new Map();
    const descendant = isComposite ? file.dictionary(file.array(this.dictionary.get('DescendantFonts'))?.[0]) : null;
    this.#widths = descendant ? readWidths(file, descendant) : null;
    this.#defaultWidth = file.number(descendant?.get('DW')) ?? 1000;
  }

  /** The character codes of a hexadecimal string operand, `<0041005a>`. */
  codesOf(operand: string): readonly number[] {
    const digits = this.codeLength * 2;
    const codes: number[] = [];
    for (let start = 1; start + digits < operand.length; start += digits) {
      codes.push(parseInt(operand.slice(start, start + digits), 16));
    }
    return codes;
  }

  /** Whether a code shows .notdef, the glyph for characters that the font does not have (9.7.6.3). */
  isMissing(code: number): boolean {
    return code === 0 && this.codeLength === 2;
  }

  /** The advance of a code in thousandths of the font size (9.7.4.3), or null in a simple font. */
  widthOf(code: number): number | null {
    return this.#widths && (this.#widths.get(code) ?? this.#defaultWidth);
  }
}

/** The W array of a CIDFont: `first [w …]` or `first last w` (9.7.4.3). */
function readWidths(file: PdfFile, descendant: Dictionary): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = (file.array(descendant.get('W')) ?? []).map((item) => file.resolve(item));
  for (let index = 0; index < items.length; ) {
    const first = required(file.number(items[index]), 'a code in W');
    const next = items[index + 1] ?? null;
    if (isArray(next)) {
      for (const [offset, width] of next.entries()) widths.set(first + offset, required(file.number(width), 'a width'));
      index += 2;
    } else {
      const last = required(file.number(next), 'a code in W');
      const width = required(file.number(items[index + 2]), 'a width');
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      index += 3;
    }
  }
  return widths;
}
