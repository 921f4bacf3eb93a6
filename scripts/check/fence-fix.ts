import { findNearestName } from '../read/nearest-name.ts';
import { blockNames } from '../syntax.ts';
import { quote } from './quote.ts';

/** Says what is wrong with an opening `:::` line that stayed text, and how it should read. */
export function fenceFix(line: string): string {
  const text = line.trim();
  const [, colons = '', space = '', typed = '', rest = ''] =
    /^([:：]+)(\s*)([\p{L}\p{N}_-]*)\s*(.*)$/u.exec(text) ?? [];
  const braces = /^\{[^}]*\}?/.exec(rest)?.[0] ?? '';
  const fixed = `:::${findNearestName(typed, blockNames) ?? (typed || 'emergency')}${tidy(braces)}`;
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
