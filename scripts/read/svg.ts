import { svgAttributes, svgElements, svgProperties, svgSilent, svgTextElements, svgWrappers } from './svg-allowed.ts';
import { decimalsFor, withoutArcs } from './svg-arcs.ts';
import { cleanDeclarations, cleanStyleSheet, isLocalValue } from './svg-css.ts';
import { parseSvg, type SvgElement } from './svg-parse.ts';
import { countDrawn } from './svg-references.ts';
import { readSvgSize } from './svg-size.ts';

/** A drawing that can do nothing but be drawn. */
export interface SafeSvg {
  /** Has a viewBox, width and height. */
  readonly svg: string;
  /** CSS px, or the drawing's own units. */
  readonly width: number;
  readonly height: number;
  /** What it had that runs, fetches, moves or links, sorted: the names of elements, attributes and addresses. */
  readonly dropped: readonly string[];
}

/** Most elements that are drawn once references are followed. */
const mostDrawn = 100_000;

/**
 * Makes an SVG file safe to embed by allow-list on its parsed tree; what was left out is told. The same bytes give
 * the same text. `problem` says why a file cannot be used at all.
 */
export function sanitiseSvg(bytes: Uint8Array): SafeSvg | { readonly problem: string } {
  const parsed = parseSvg(bytes);
  if ('problem' in parsed) return parsed;
  const size = readSvgSize(parsed.root.attributes);
  if (size === null) return { problem: 'no size (a viewBox or a width and a height)' };
  const drawn = countDrawn(parsed.root);
  if (drawn > mostDrawn) return { problem: `elements that refer to each other more than ${mostDrawn} times` };

  const { width, height, viewBox } = size;
  const writer = new SafeWriter(decimalsFor(shorterSide(viewBox), hasTransform(parsed.root)));
  const sized = new Map([...parsed.root.attributes, ['width', `${width}`], ['height', `${height}`]]);
  const svg = writer.write({ ...parsed.root, attributes: sized.set('viewBox', viewBox) }, true);
  return { svg: `${svg}\n`, width, height, dropped: [...writer.dropped].sort() };
}

/** Of a view box, in its own units. */
function shorterSide(viewBox: string): number {
  const [, , width = 1, height = 1] = viewBox.split(' ').map(Number);
  return Math.min(width, height);
}

/** Whether anything in it is moved, turned or enlarged. */
function hasTransform({ attributes, children }: SvgElement): boolean {
  return attributes.has('transform') || children.some((child) => typeof child !== 'string' && hasTransform(child));
}

/** Writes a tree as XML, leaving out what is not allowed. */
class SafeWriter {
  readonly dropped = new Set<string>();
  private readonly decimals: number;

  /** Decimals of path data. */
  constructor(decimals: number) {
    this.decimals = decimals;
  }

  write(element: SvgElement, isRoot = false): string {
    const { name } = element;
    if (svgWrappers.has(name)) {
      this.dropped.add(name);
      return this.writeChildren(element);
    }
    if (!svgElements.has(name)) {
      if (!svgSilent.has(name)) this.dropped.add(name);
      return '';
    }
    const namespace = isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : '';
    const attributes = [...element.attributes].map(([key, value]) => this.writeAttribute(key, value)).join('');
    const content = name === 'style' ? this.writeStyle(element) : this.writeChildren(element);
    return content === ''
      ? `<${name}${namespace}${attributes}/>`
      : `<${name}${namespace}${attributes}>${content}</${name}>`;
  }

  private writeChildren(element: SvgElement): string {
    const keepsText = svgTextElements.has(element.name);
    return element.children
      .map((child) => (typeof child === 'string' ? (keepsText ? escapeXml(child) : '') : this.write(child)))
      .join('');
  }

  private writeStyle(element: SvgElement): string {
    const { css, unsafe } = cleanStyleSheet(element.children.filter((child) => typeof child === 'string').join(''));
    if (unsafe) this.dropped.add('style');
    return escapeXml(css);
  }

  private writeAttribute(name: string, value: string): string {
    const kept = this.cleanAttribute(name, value);
    return kept === null || kept === '' ? '' : ` ${name}="${escapeXml(kept).replaceAll('"', '&quot;')}"`;
  }

  /** The value to write; null for none. */
  private cleanAttribute(name: string, value: string): string | null {
    if (name === 'style') {
      const { css, unsafe } = cleanDeclarations(value);
      if (unsafe) this.dropped.add('style');
      return css;
    }
    if (name === 'href') {
      const address = value.trim();
      if (/^#[^\s"'<>]+$/.test(address)) return address;
      this.dropped.add(`href ${address.slice(0, 60)}`);
      return null;
    }
    if (svgProperties.has(name)) {
      if (isLocalValue(value)) return value;
      this.dropped.add(name);
      return null;
    }
    if (name === 'd') return withoutArcs(value, this.decimals);
    if (svgAttributes.has(name)) return value;
    if (/^on/i.test(name)) this.dropped.add(name);
    return null;
  }
}

/** Escapes text for XML; control characters beyond XML 1.0 §2.2 cannot come out of an XML parser. */
function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
