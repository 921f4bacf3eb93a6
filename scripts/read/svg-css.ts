import { svgProperties } from './svg-allowed.ts';

/** Style that is left, and whether something in it would have fetched. */
export interface CleanCss {
  readonly css: string;
  readonly unsafe: boolean;
}

/**
 * True for a property's value that names nothing outside the drawing: `url(#id)` may stand in it, no other url, no
 * escape, no string that could hide one.
 */
export function isLocalValue(value: string): boolean {
  const rest = value.replace(/url\(\s*(["']?)#[^\s"'()\\]+\1\s*\)/gi, '');
  return !/url|src\s*\(|image|import|expression|script|[\\@<>{}]|:\/|\/\//i.test(rest);
}

/** Keeps the declarations of a `style` attribute that draw and stay inside. */
export function cleanDeclarations(source: string): CleanCss {
  let unsafe = false;
  const kept: string[] = [];
  for (const declaration of dropComments(source).split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (!isLocalValue(value)) unsafe = true;
    else if (svgProperties.has(property) && value !== '') kept.push(`${property}:${value}`);
  }
  return { css: kept.join(';'), unsafe };
}

/**
 * Keeps the plain rules of a `style` element, `selectors { declarations }`. At-rules and whatever this small grammar
 * does not know are left out, so no parser can read it differently.
 */
export function cleanStyleSheet(source: string): CleanCss {
  const plain = dropComments(source);
  let unsafe = /@import|@font-face/i.test(plain);
  const rules: string[] = [];
  for (const rule of plain.split('}')) {
    const brace = rule.indexOf('{');
    const prelude = rule.slice(0, Math.max(0, brace));
    // Past statements such as `@charset`.
    const selectors = prelude.slice(prelude.lastIndexOf(';') + 1).trim();
    const clean = cleanDeclarations(rule.slice(brace + 1));
    unsafe ||= clean.unsafe;
    if (plainSelectors.test(selectors) && clean.css !== '') rules.push(`${selectors}{${clean.css}}`);
  }
  return { css: rules.join('\n'), unsafe };
}

const plainSelectors = /^[\w\s.#*,>-]+$/;

/** By hand: a regular expression takes quadratic time on comments that never end. */
function dropComments(css: string): string {
  let kept = '';
  let at = 0;
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', at)) {
    kept += css.slice(at, start);
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return kept;
    at = end + 2;
  }
  return kept + css.slice(at);
}
