import { unexpectedPdf } from '../finish-error.ts';
import { isRegular, isWhiteSpace } from './characters.ts';
import { Name, PdfString, Reference, type Dictionary, type PdfObject } from './pdf-object.ts';

const end = -1;
const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** Reads objects (ISO 32000-1, 7.3) from bytes, from `position` on. Throws `unexpected-pdf` on what is no object. */
export class ObjectParser {
  readonly bytes: Buffer;
  position: number;

  constructor(bytes: Buffer, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** The next object; `12 0 R` becomes a reference. */
  readObject(): PdfObject {
    this.skipWhiteSpace();
    switch (this.character()) {
      case '/':
        return this.readName();
      case '(':
        return this.readLiteralString();
      case '[':
        return this.readArray();
      case '<':
        return this.peek(1) === 0x3c ? this.readDictionary() : this.readHexString();
      default:
        return this.readKeywordOrNumber();
    }
  }

  /** The next run of regular characters: a keyword such as `xref`, `obj` or `n`. */
  readKeyword(): string {
    this.skipWhiteSpace();
    const start = this.position;
    while (isRegular(this.peek())) this.position += 1;
    return this.bytes.toString('latin1', start, this.position);
  }

  /** The next object, which must be a non-negative integer. */
  readInteger(): number {
    const keyword = this.readKeyword();
    if (!/^\d+$/.test(keyword)) throw this.unexpected('an integer', keyword);
    return Number(keyword);
  }

  /** Skips white space and comments. */
  skipWhiteSpace(): void {
    for (;;) {
      const byte = this.peek();
      if (isWhiteSpace(byte)) this.position += 1;
      else if (byte === 0x25) while (![10, 13, end].includes(this.peek())) this.position += 1;
      else return;
    }
  }

  private peek(ahead = 0): number {
    return this.bytes[this.position + ahead] ?? end;
  }

  private character(): string {
    return String.fromCharCode(Math.max(0, this.peek()));
  }

  private unexpected(expected: string, got: string): Error {
    return unexpectedPdf(expected, `\`${got.slice(0, 40)}\` at byte ${this.position}`);
  }

  private readName(): Name {
    this.position += 1;
    const start = this.position;
    while (isRegular(this.peek())) this.position += 1;
    const raw = this.bytes.toString('latin1', start, this.position);
    if (!raw.includes('#')) return new Name(raw);
    return new Name(raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
  }

  private readArray(): readonly PdfObject[] {
    this.position += 1;
    const items: PdfObject[] = [];
    for (;;) {
      this.skipWhiteSpace();
      if (this.peek() === 0x5d) break;
      items.push(this.readObject());
    }
    this.position += 1;
    return items;
  }

  private readDictionary(): Dictionary {
    this.position += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.skipWhiteSpace();
      if (this.peek() === 0x3e) break;
      const key = this.readObject();
      if (!(key instanceof Name)) throw this.unexpected('a name as key', String(key));
      entries.set(key.value, this.readObject());
    }
    this.position += 2;
    return entries;
  }

  private readHexString(): PdfString {
    const close = this.bytes.indexOf('>', this.position);
    if (close < 0) throw this.unexpected('`>`', 'end of file');
    const digits = this.bytes.toString('latin1', this.position + 1, close).replace(/\s+/g, '');
    this.position = close + 1;
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'));
  }

  private readLiteralString(): PdfString {
    let text = '';
    let depth = 0;
    this.position += 1;
    for (;;) {
      const character = this.nextCharacter();
      if (character === '\\') text += this.readEscape();
      else if (character === ')' && depth === 0) return new PdfString(text);
      else {
        if (character === '(') depth += 1;
        if (character === ')') depth -= 1;
        text += character;
      }
    }
  }

  private readEscape(): string {
    const character = this.nextCharacter();
    if (/[0-7]/.test(character)) {
      let digits = character;
      while (digits.length < 3 && /[0-7]/.test(this.character())) digits += this.nextCharacter();
      return String.fromCharCode(parseInt(digits, 8) & 0xff);
    }
    if (character === '\n') return '';
    if (character === '\r') {
      if (this.peek() === 10) this.position += 1;
      return '';
    }
    return escapes.get(character) ?? character;
  }

  private nextCharacter(): string {
    const byte = this.peek();
    if (byte === end) throw this.unexpected('`)`', 'end of file');
    this.position += 1;
    return String.fromCharCode(byte);
  }

  private readKeywordOrNumber(): PdfObject {
    const keyword = this.readKeyword();
    if (keyword === 'true') return true;
    if (keyword === 'false') return false;
    if (keyword === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(keyword)) throw this.unexpected('an object', keyword);
    const number = Number(keyword);
    return /^\d+$/.test(keyword) && this.skipReferenceTail() ? new Reference(number) : number;
  }

  /** Steps over ` 0 R`, if that is what follows. */
  private skipReferenceTail(): boolean {
    const start = this.position;
    this.skipWhiteSpace();
    if (isDigit(this.peek())) {
      while (isDigit(this.peek())) this.position += 1;
      this.skipWhiteSpace();
      if (this.peek() === 0x52 && !isRegular(this.peek(1))) {
        this.position += 1;
        return true;
      }
    }
    this.position = start;
    return false;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
