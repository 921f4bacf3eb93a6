import { unexpectedPdf } from '../finish-error.ts';
import { isRegular, isWhiteSpace } from '../objects/characters.ts';
import type { Operation } from './operation.ts';

/**
 * What Skia writes, and what the passes behind this one understand: paths, colours, clips, text without spacing or scaling,
 * XObjects, shadings and marked content. An inline image (`BI`) or a spacing operator (`Tc`, `Tw`, `Tz`, `'`, `"`) would be taken wrongly.
 */
const operators = new Set(
  'q Q cm w J j M d ri i gs CS cs SC SCN sc scn G g RG rg K k m l c v y re h f F f* S s B B* b b* n W W* BT ET Tf Tm Td Tj TJ Do sh BDC BMC EMC'.split(
    ' ',
  ),
);

/**
 * The operations of a content stream (ISO 32000-1, 7.8.2), given one character per byte; operands stay in PDF syntax.
 * Throws `unexpected-pdf` for an operator that Skia does not write today.
 */
export function tokenizeContent(source: string): readonly Operation[] {
  const operations: Operation[] = [];
  /** Where the operands begin and end; the operator comes next. */
  let start = -1;
  let end = 0;
  let position = 0;
  while (position < source.length) {
    const code = source.charCodeAt(position);
    if (isWhiteSpace(code)) {
      position += 1;
      continue;
    }
    const next = endOfToken(source, position);
    if (!isRegular(code) || isNumeric(code)) {
      if (start < 0) start = position;
      end = next;
    } else {
      const operator = source.slice(position, next);
      if (!operators.has(operator)) throw unexpectedPdf('an operator that Skia writes', `\`${operator.slice(0, 20)}\``);
      operations.push({ operator, source: start < 0 ? '' : source.slice(start, end) });
      start = -1;
    }
    position = next;
  }
  return operations;
}

/** The operands of an operation, one by one. */
export function operandsOf({ source }: Operation): readonly string[] {
  const operands: string[] = [];
  for (let position = 0; position < source.length; ) {
    if (isWhiteSpace(source.charCodeAt(position))) {
      position += 1;
      continue;
    }
    const end = endOfToken(source, position);
    operands.push(source.slice(position, end));
    position = end;
  }
  return operands;
}

function isNumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2b || code === 0x2e;
}

/** One past the last character of the name, string, array, dictionary, number or operator that starts at `start`. */
function endOfToken(source: string, start: number): number {
  switch (source.charCodeAt(start)) {
    case 0x28: // (
      return endOfString(source, start);
    case 0x3c: // <
      return source[start + 1] === '<' ? endOfNested(source, start, '<<', '>>') : endAt(source.indexOf('>', start));
    case 0x5b: // [
      return endOfNested(source, start, '[', ']');
    default: {
      let end = start + 1;
      while (isRegular(source.charCodeAt(end))) end += 1;
      return end;
    }
  }
}

function endOfString(source: string, start: number): number {
  let depth = 0;
  for (let position = start; position < source.length; position += 1) {
    const character = source[position];
    if (character === '\\') position += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
  }
  throw unexpectedPdf('`)`', 'the end of the content stream');
}

/** An array or a dictionary: brackets of the same kind nest, strings inside are stepped over. */
function endOfNested(source: string, start: number, open: string, close: string): number {
  let depth = 0;
  let position = start;
  while (position < source.length) {
    if (source.startsWith(open, position)) {
      depth += 1;
      position += open.length;
    } else if (source.startsWith(close, position)) {
      depth -= 1;
      position += close.length;
      if (depth === 0) return position;
    } else if (source[position] === '(') position = endOfString(source, position);
    else if (source[position] === '<') position = endAt(source.indexOf('>', position));
    else position += 1;
  }
  throw unexpectedPdf(`\`${close}\``, 'the end of the content stream');
}

function endAt(last: number): number {
  if (last < 0) throw unexpectedPdf('`>`', 'the end of the content stream');
  return last + 1;
}
