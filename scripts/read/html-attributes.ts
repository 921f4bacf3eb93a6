import { isAllowedAttribute } from './html-allowed.ts';
import { escapeHtml } from './html-text.ts';

/** What is left of an element's attributes, written out, and what was wrong with them. */
export interface CleanHtmlAttributes {
  /** Starts with a space if there are any. `src` is not among them: a picture's address becomes an asset. */
  readonly attributes: string;
  /** As sentences. */
  readonly problems: readonly string[];
}

/** Keeps the attributes that an allowed element may have. Looks (`class`, `style`) go without a word. */
export function cleanHtmlAttributes(
  element: string,
  source: readonly { readonly name: string; readonly value: string }[],
): CleanHtmlAttributes {
  const problems: string[] = [];
  // A closed one would hide its text in print.
  let attributes = element === 'details' ? ' open' : '';
  for (const { name: written, value } of source) {
    // The old way to write a place that links lead to (HTML §16.2).
    const name = element === 'a' && written === 'name' && !source.some((one) => one.name === 'id') ? 'id' : written;
    const problem = tellProblem(element, name, value);
    if (problem !== null) problems.push(problem);
    else if (name !== 'src' && name !== 'open' && isAllowedAttribute(element, name, value)) {
      attributes += ` ${name}="${escapeHtml(value)}"`;
    }
  }
  return { attributes, problems };
}

function tellProblem(element: string, name: string, value: string): string | null {
  if (name.startsWith('on')) {
    return `Unexpected \`${name}\` on \`<${element}>\`, expected no script: leave the attribute out`;
  }
  if (/["'<]/.test(name)) {
    return `Unexpected quote or \`<\` in \`<${element}>\`, expected whole attributes: close the quote`;
  }
  if (element !== 'a' || name !== 'href' || isAllowedAttribute(element, name, value)) return null;
  const expected = 'http, https, mailto, tel or a section';
  return `Unexpected address \`${value.trim().slice(0, 60)}\`, expected ${expected}: correct it or leave the link out`;
}
