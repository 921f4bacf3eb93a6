import { FinishError, unexpectedPdf } from '../finish-error.ts';
import type { Font } from './font.ts';
import type { TextRun } from './logical-text.ts';
import type { MarkedContent } from './marked-content.ts';
import { numbersOf, resourceName, type Operation } from './operation.ts';

/** A code that was shown. */
interface ShownGlyph {
  readonly font: Font;
  readonly code: number;
}

/** A marked-content sequence with replacement text that is open. */
interface OpenReplacement {
  readonly text: string;
  readonly glyphs: ShownGlyph[];
}

/** Reads shown text through ToUnicode and ActualText into the runs it is given, and tells fonts what their glyphs mean. */
export class TextReader {
  readonly #fonts: ReadonlyMap<string, Font>;
  readonly #page: number;
  #font: Font | null = null;
  /** Text objects and ReversedChars sequences so far: a change begins a new run. */
  #run = 0;
  #line = 0;
  #reversed = 0;
  #replacement: OpenReplacement | null = null;

  /** `page` (0-based) is for messages. */
  constructor(fonts: ReadonlyMap<string, Font>, page: number) {
    this.#fonts = fonts;
    this.#page = page;
  }

  /** Follows an operation; text that it shows goes to `runs`. */
  read(operation: Operation, runs: TextRun[]): void {
    switch (operation.operator) {
      case 'BT':
        this.#run += 1;
        break;
      case 'Tf':
        this.#font = this.#fonts.get(resourceName(operation)) ?? null;
        break;
      case 'Tm':
        this.#line = numbersOf(operation)[5] ?? 0;
        break;
      case 'Tj':
        this.#show(operation, runs);
        break;
      case 'TJ':
        throw unexpectedPdf('glyphs shown one by one, as Skia does', '`TJ`');
    }
  }

  /** A marked-content sequence begins. */
  begin(sequence: MarkedContent): void {
    if (sequence.tag === 'ReversedChars') {
      this.#reversed += 1;
      this.#run += 1;
    }
    if (sequence.actualText !== null) this.#replacement = { text: sequence.actualText, glyphs: [] };
  }

  /** A marked-content sequence ends. */
  end(sequence: MarkedContent, runs: TextRun[]): void {
    if (sequence.actualText !== null && this.#replacement) {
      const { text, glyphs } = this.#replacement;
      if (glyphs.length > 0) this.#append(text, runs);
      learn(text, glyphs, this.#reversed > 0);
      this.#replacement = null;
    }
    if (sequence.tag === 'ReversedChars') {
      this.#reversed -= 1;
      this.#run += 1;
    }
  }

  #show({ source: operand }: Operation, runs: TextRun[]): void {
    const font = this.#font;
    if (!font || !operand.startsWith('<')) throw unexpectedPdf('a font and a hexadecimal string', operand);
    for (const code of font.codesOf(operand)) {
      if (font.isMissing(code)) throw this.#missingGlyph(font, runs);
      if (this.#replacement) this.#replacement.glyphs.push({ font, code });
      else {
        if (!font.learned.has(code)) font.learned.set(code, null);
        this.#append(font.texts.get(code) ?? '', runs);
      }
    }
  }

  #missingGlyph({ name }: Font, runs: readonly TextRun[]): FinishError {
    const before = runs.flatMap(({ units }) => units).join('').slice(-30);
    const place = `on page ${this.#page + 1}${before && ` after \`${before}\``}`;
    return new FinishError('missing-glyph', `Unexpected character without a glyph ${place}, expected one that ${name} has`);
  }

  #append(unit: string, runs: TextRun[]): void {
    const last = runs.at(-1);
    if (last && last.sequence === this.#run && last.line === this.#line) last.units.push(unit);
    else runs.push({ units: [unit], isReversed: this.#reversed > 0, line: this.#line, sequence: this.#run });
  }
}

/**
 * A cluster's text is shared out among its glyphs: one character each where the numbers agree (reversed glyphs paint
 * the last character first), else all of it to the first and nothing that shows, ZERO WIDTH SPACE, to the rest.
 */
function learn(text: string, glyphs: readonly ShownGlyph[], isReversed: boolean): void {
  const characters = Array.from(text);
  if (isReversed) characters.reverse();
  for (const [index, { font, code }] of glyphs.entries()) {
    const own = characters.length === glyphs.length ? characters[index] : index === 0 ? text : '\u200b';
    if (font.learned.get(code) === undefined || font.learned.get(code) === null) font.learned.set(code, own ?? text);
  }
}
