import { findNearestName } from '../read/nearest-name.ts';
import { blockNames } from '../syntax.ts';
import { quote } from './quote.ts';

/** Says what is wrong with an opening `:::` line that stayed text, and how it should read. */
export function fenceFix(line: string): string {
  const text = line.trim();
  const [, colons = '', space = '', typed = '', rest = ''] =
    /^([:：]+)(\s*)([\p{L}\p{N}_-]*)\s*(.*)$/u.exec(text) ?? [];
  if (typed === '')
    return `Unexpected ${quote(text)} without a name, expected one as in \`:::tip\`: write ${blockList}`;
  const braces = /^\{[^}]*\}?/.exec(rest)?.[0] ?? '';
  const fixed = `:::${findNearestName(typed, blockNames) ?? typed}${tidy(braces)}`;
  const expected = `expected ${quote(fixed)}`;
  if (colons !== ':::') return `Unexpected ${quote(colons)}, ${expected}: write three plain colons`;
  if (space !== '') return `Unexpected space after \`:::\`, ${expected}: remove the space`;
  if (curly.test(braces)) return `Unexpected curly quotes in ${quote(text)}, ${expected}: write none`;
  if (rest !== '' && braces === '') {
    return `Unexpected words ${quote(rest)} after the name, ${expected} alone: move the words to the next line`;
  }
  if (text !== fixed) return `Unexpected ${quote(text)} as text, ${expected}: write it so`;
  return `Unexpected ${quote(text)} inside HTML or code, expected a line of its own: leave a blank line before it and do not indent it`;
}

/** How a line should read that has all its parts, wrongly spaced, quoted or typed; null where words would have to move or be guessed. */
export function mendFence(line: string): string | null {
  const text = line.trim();
  if (/^[:：]{3,}$/.test(text)) return text.includes('：') ? ':::' : null;
  const [, typed = '', braces = ''] = /^[:：]+\s*([a-z-]+)\s*(\{[^{}]*\}?)?$/.exec(text) ?? [];
  const fixed = `:::${typed}${tidy(braces)}`;
  return blockNames.some((name) => name === typed) && fixed !== text ? fixed : null;
}

const blockList = `one of ${blockNames.map((name) => quote(`:::${name}`)).join(', ')}`;

const curly = /[“”„‟‘’‚«»]/;

/** Attributes without quotes and stray spaces; the values of Guidepress need neither. */
function tidy(braces: string): string {
  const words = braces
    .replace(/["“”„‟«»'‘’‚]([^"“”„‟«»'‘’‚]*)["“”„‟«»'‘’‚]/g, (_, value: string) => value.trim().replace(/\s+/g, '-'))
    .replace(/["“”„‟«»'‘’‚{}]/g, '')
    .replace(/([#=])\s+/g, '$1')
    .replace(/\s+=/g, '=');
  return words.trim() === '' ? '' : `{${words.trim().replace(/\s+/g, ' ')}}`;
}
