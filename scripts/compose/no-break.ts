import type { ElementContent, Root, RootContent } from 'hast';

/**
 * A number stays on its line with the word after it, as in `15 minutes`: a no-break space (U+00A0) between them. A clinic's
 * note stays as it was typed.
 */
export function keepNumbersWithUnits(root: Root): void {
  keepIn(root.children);
}

function keepIn(nodes: readonly (ElementContent | RootContent)[]): void {
  for (const node of nodes) {
    if (node.type === 'text') node.value = node.value.replace(/(?<=\p{Nd}) (?=\p{L})/gu, '\u00a0');
    else if (node.type === 'element' && !isClinicNote(node.properties['className'])) keepIn(node.children);
  }
}

function isClinicNote(className: unknown): boolean {
  return Array.isArray(className) && className.includes('from-clinic');
}
