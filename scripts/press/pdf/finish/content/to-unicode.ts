import { fromUtf16Bytes, utf16Bytes } from '../objects/text-string.ts';

/** The text of a ToUnicode CMap (ISO 32000-1, 9.10.3), by character code. */
export function readToUnicode(source: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g)) {
      texts.set(parseInt(code, 16), fromHex(text));
    }
  }
  for (const [, body = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const start = parseInt(first, 16);
      const base = fromHex(text).codePointAt(0) ?? 0;
      for (let code = start; code <= parseInt(last, 16); code += 1) {
        texts.set(code, String.fromCodePoint(base + code - start));
      }
    }
  }
  return texts;
}

/** A ToUnicode CMap for codes of `codeLength` bytes. */
export function formatToUnicode(texts: ReadonlyMap<number, string>, codeLength: 1 | 2): string {
  const digits = codeLength * 2;
  const rows = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${code.toString(16).padStart(digits, '0')}> <${toHex(text)}>`);
  const blocks: string[] = [];
  // A block holds at most 100 rows (Adobe Technical Note 5014).
  for (let start = 0; start < rows.length; start += 100) {
    const block = rows.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${'0'.repeat(digits)}> <${'F'.repeat(digits)}>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function fromHex(hex: string): string {
  return fromUtf16Bytes(Buffer.from(hex, 'hex').toString('latin1'));
}

function toHex(text: string): string {
  return Buffer.from(utf16Bytes(text), 'latin1').toString('hex');
}
