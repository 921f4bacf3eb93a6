import type { Root } from 'hast';
import { eachText } from './each.ts';

/** A number stays on its line with the word after it, as in `15 minutes`: a no-break space (U+00A0) between them. */
export function keepNumbersWithUnits(root: Root): void {
  eachText(root.children, (node) => {
    node.value = node.value.replace(/(?<=\p{Nd}) (?=\p{L})/gu, '\u00a0');
  });
}
