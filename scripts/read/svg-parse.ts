import { SaxesParser } from 'saxes';

/** An element of a parsed SVG; attributes of the SVG language only, `xlink:href` as `href`. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
}

/** The root element, or why there is none. */
export type SvgParsed = { readonly root: SvgElement } | { readonly problem: string };

/** Limits that real drawings stay far below. */
const most = { bytes: 5_000_000, elements: 50_000, depth: 100 };

/**
 * Parses an SVG file as XML. Elements and attributes of other namespaces (editors' own data) are left out.
 * A document type is skipped and entities beyond XML's five are an error, so nothing can be expanded or fetched.
 */
export function parseSvg(bytes: Uint8Array): SvgParsed {
  if (bytes.length > most.bytes) return { problem: `${bytes.length} bytes, expected at most ${most.bytes}` };
  const source = decode(bytes);
  if (source === null) return { problem: 'letters that are not UTF-8' };
  const builder = new Builder();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => builder.fail(error.message));
  parser.on('opentag', (tag) => builder.open(tag.uri, tag.local, Object.values(tag.attributes)));
  parser.on('closetag', () => builder.close());
  parser.on('text', (text) => builder.add(text));
  parser.on('cdata', (text) => builder.add(text));
  // In pieces, so that a file beyond the limits is left early.
  for (let at = 0; at < source.length && builder.problem === null; at += 65_536) {
    parser.write(source.slice(at, at + 65_536));
  }
  if (builder.problem === null) parser.close();
  if (builder.problem !== null) return { problem: builder.problem };
  return builder.root === null ? { problem: 'no svg element' } : { root: builder.root };
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

interface MutableElement extends SvgElement {
  readonly attributes: Map<string, string>;
  readonly children: (MutableElement | string)[];
}

interface RawAttribute {
  readonly uri: string;
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

class Builder {
  root: MutableElement | null = null;
  problem: string | null = null;
  private elements = 0;
  /** The open elements; null for one of another namespace and all that is in it. */
  private readonly path: (MutableElement | null)[] = [];

  fail(problem: string): void {
    this.problem ??= problem;
  }

  open(uri: string, local: string, attributes: readonly RawAttribute[]): void {
    const isRoot = this.path.length === 0;
    const parent = this.path.at(-1) ?? null;
    // A drawing without any namespace is taken as SVG.
    const isSvg = (uri === svgNamespace || uri === '') && (isRoot || parent !== null);
    if (isRoot && !(isSvg && local === 'svg')) this.fail(`the root element \`${local}\`, expected \`svg\``);
    if (++this.elements > most.elements) this.fail(`more than ${most.elements} elements`);
    if (this.path.length >= most.depth) this.fail(`elements nested more than ${most.depth} deep`);
    const element = isSvg ? { name: local, attributes: collect(attributes), children: [] } : null;
    if (element !== null && parent !== null) parent.children.push(element);
    if (isRoot) this.root = element;
    this.path.push(element);
  }

  close(): void {
    this.path.pop();
  }

  add(text: string): void {
    this.path.at(-1)?.children.push(text);
  }
}

function collect(attributes: readonly RawAttribute[]): Map<string, string> {
  const own = new Map<string, string>();
  for (const { uri, local, value } of attributes) {
    if (uri === '') own.set(local, value);
    if (uri === xlinkNamespace && local === 'href' && !own.has('href')) own.set('href', value);
    if (uri === 'http://www.w3.org/XML/1998/namespace') own.set(`xml:${local}`, value);
  }
  return own;
}

/** UTF-8, or UTF-16 where a byte order mark says so (XML 1.0 §4.3.3); null for anything else. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
