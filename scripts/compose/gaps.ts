import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** What stands for a character that no font can print: its Unicode name tag, `[U+1F600]`. */
export function gapFor(character: string): string {
  return `[${[...character].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`;
}

/** Puts the named gap in the place of each of these characters, in texts and alternative texts. */
export function markGaps(root: Root, characters: ReadonlySet<string>): void {
  if (characters.size === 0) return;
  visit(root, (node) => {
    if (node.type === 'text') node.value = withGaps(node.value, characters);
    if (node.type !== 'element') return;
    for (const name of ['alt', 'title', 'ariaLabel', 'dataTip']) {
      const value = node.properties[name];
      if (typeof value === 'string') node.properties[name] = withGaps(value, characters);
    }
  });
}

/** A text with named gaps. */
export function withGaps(text: string, characters: ReadonlySet<string>): string {
  return characters.size === 0 ? text : [...text].map((one) => (characters.has(one) ? gapFor(one) : one)).join('');
}
